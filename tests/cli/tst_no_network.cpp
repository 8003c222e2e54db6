// SPDX-License-Identifier: GPL-3.0-or-later
// No network connection, by what the running program asks of the system: the main job on the command line and in the
// window is traced, and no socket other than a local one may be opened. Documents that name remote files take part.
#include "command_run.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace rolecall;
using namespace rolecall::tests;

class TestNoNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
        if (m_strace.isEmpty())
            QSKIP("strace is not installed: nothing can be said of the network");
        if (trace(QStandardPaths::findExecutable(QStringLiteral("true")), {}).status != 0)
            QSKIP("this system does not let one process trace another");
    }

    void theTraceSeesASocket()
    {
        // Without this, a trace that sees nothing would pass for a program that does nothing.
        const QString shell = QStandardPaths::findExecutable(QStringLiteral("bash"));
        QVERIFY(!shell.isEmpty());
        // Port 9 of this machine: whether anything listens does not matter.
        const Traced traced = trace(shell, {QStringLiteral("-c"), QStringLiteral("exec 3<>/dev/udp/127.0.0.1/9; true")});
        QVERIFY2(!internetCalls(traced.calls).isEmpty(), traced.calls.constData());
    }

    void theMainJobOnTheCommandLine()
    {
        const QString workspace = m_folder.filePath(QStringLiteral("job.rolecall"));
        const QString example = QStringLiteral(ROLECALL_RESOURCES "/example/");
        const QString page = file(QStringLiteral("letter.html"), "<html><head><link rel=stylesheet href='http://example.org/a.css'><script src='https://example.org/a.js'></script></head>"
                                                                 "<body><img src='http://example.org/pixel.png'><iframe src='https://example.org/'></iframe><p>Dear panel</p></body></html>");
        const QString mail = file(QStringLiteral("remote.eml"), "From: Ada Example <ada@example.org>\nSubject: Application\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nMIME-Version: 1.0\n"
                                                                "Content-Type: message/external-body; access-type=URL; URL=\"http://example.org/cv.pdf\"\n\nContent-Type: application/pdf\n\n");
        const QList<QStringList> commands{
            {QStringLiteral("role"), QStringLiteral("add"), workspace, example + QStringLiteral("research-software-engineer.md")},
            {QStringLiteral("applicants"), QStringLiteral("import"), workspace, QStringLiteral("1"), example + QStringLiteral("applicants.csv")},
            {QStringLiteral("applicants"), QStringLiteral("list"), workspace, QStringLiteral("1")},
            {QStringLiteral("search"), workspace, QStringLiteral("python")},
            {QStringLiteral("shortlist"), QStringLiteral("export"), workspace, QStringLiteral("1"), QStringLiteral("--output"), m_folder.filePath(QStringLiteral("list.csv"))},
            {QStringLiteral("shortlist"), QStringLiteral("record"), workspace, QStringLiteral("1"), QStringLiteral("--output"), m_folder.filePath(QStringLiteral("record.pdf"))},
            {QStringLiteral("document"), QStringLiteral("read"), page},
            {QStringLiteral("mail"), QStringLiteral("read"), mail},
            {QStringLiteral("workspace"), QStringLiteral("check"), workspace},
        };
        for (const QStringList &arguments : commands) {
            const Traced traced = trace(QStringLiteral(ROLECALL_EXECUTABLE), arguments);
            QVERIFY2(traced.status == 0, qPrintable(arguments.join(u' ') + QStringLiteral(": ") + QString::fromUtf8(traced.messages)));
            QCOMPARE(internetCalls(traced.calls), QByteArrayList());
        }
    }

    void theMainJobInTheWindow_data()
    {
        QTest::addColumn<QString>("program");
        // These drive the program's own window and pages from the posting to the shortlist.
        for (const char *name : {"tst_program", "tst_posting_page", "tst_review_page", "tst_shortlist_page"})
            QTest::newRow(name) << QCoreApplication::applicationDirPath() + u'/' + QLatin1String(name);
    }
    void theMainJobInTheWindow()
    {
        QFETCH(QString, program);
        QVERIFY(QFile::exists(program));
        const Traced traced = trace(program, {});
        QVERIFY2(traced.status == 0, traced.output.right(2000).constData());
        QCOMPARE(internetCalls(traced.calls), QByteArrayList());
    }

private:
    struct Traced
    {
        int status = -1;
        QByteArray output;
        QByteArray messages;
        QByteArray calls;
    };

    Traced trace(const QString &program, const QStringList &arguments)
    {
        const QString log = m_folder.filePath(QStringLiteral("calls.txt"));
        QFile::remove(log);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        process.setProcessEnvironment(environment);
        // The filter in the kernel lets every other call run at its usual speed.
        process.start(m_strace, QStringList{QStringLiteral("-f"), QStringLiteral("--seccomp-bpf"), QStringLiteral("-qq"), QStringLiteral("-e"), QStringLiteral("trace=socket,connect,bind,sendto,sendmsg"),
                                            QStringLiteral("-o"), log, program}
                                    + arguments);
        Traced traced;
        if (process.waitForFinished(240'000) && process.exitStatus() == QProcess::NormalExit)
            traced.status = process.exitCode();
        traced.output = process.readAllStandardOutput();
        traced.messages = process.readAllStandardError();
        if (QFile calls(log); calls.open(QIODevice::ReadOnly))
            traced.calls = calls.readAll();
        return traced;
    }

    /// Calls that have to do with another machine: an internet socket of either kind, packet and Bluetooth sockets too.
    static QByteArrayList internetCalls(const QByteArray &calls)
    {
        QByteArrayList found;
        for (const QByteArray &line : calls.split('\n')) {
            if (line.contains("AF_INET") || line.contains("AF_PACKET") || line.contains("AF_BLUETOOTH") || line.contains("AF_VSOCK"))
                found << line;
        }
        return found;
    }

    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? path : QString();
    }

    QTemporaryDir m_folder;
    QString m_strace;
};

QTEST_GUILESS_MAIN(TestNoNetwork)
#include "tst_no_network.moc"
