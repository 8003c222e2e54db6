// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document_helpers.h"

#include "ui/session/document_process.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char **environ;

namespace rolecall::ui {

namespace {

constexpr int longestWait = 30'000; // milliseconds

QString tr(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

/// A process and the socket it is talked to by. Plain system calls, as a QProcess belongs to one thread.
class Helper
{
public:
    explicit Helper(const QByteArray &program)
    {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            return;
        m_socket = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        QByteArray name = program;
        QByteArray document("document");
        QByteArray serve("serve");
        char *arguments[] = {name.data(), document.data(), serve.data(), nullptr};
        if (posix_spawn(&m_process, program.constData(), &actions, nullptr, arguments, environ) != 0)
            m_process = -1;
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
    }
    ~Helper()
    {
        if (m_socket >= 0)
            close(m_socket);
        if (m_process > 0) {
            kill(m_process, SIGKILL); // it holds nothing that could be lost
            waitpid(m_process, nullptr, 0);
        }
    }
    Q_DISABLE_COPY_MOVE(Helper)

    bool isRunning() const { return m_process > 0; }
    bool isFresh() const { return m_read == 0; }

    /// What it said; nothing where it ended or took too long over it, after which it is of no more use.
    std::optional<QByteArray> read(const QByteArray &bytes, const QByteArray &name)
    {
        QElapsedTimer timer;
        timer.start();
        const quint64 sizes[2] = {quint64(name.size()), quint64(bytes.size())};
        if (!write(reinterpret_cast<const char *>(sizes), sizeof sizes, timer) || !write(name.constData(), name.size(), timer) || !write(bytes.constData(), bytes.size(), timer))
            return std::nullopt;
        static const QByteArray last = QByteArray("\n}\n") + servedLine + '\n';
        QByteArray answer;
        char block[65536];
        while (!answer.endsWith(last)) {
            if (!waitFor(POLLIN, timer))
                return std::nullopt;
            const ssize_t got = recv(m_socket, block, sizeof block, 0);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return std::nullopt;
            answer.append(block, qsizetype(got));
        }
        ++m_read;
        return answer;
    }

private:
    bool waitFor(short event, const QElapsedTimer &timer) const
    {
        pollfd one{m_socket, event, 0};
        for (;;) {
            const qint64 left = longestWait - timer.elapsed();
            if (left <= 0)
                return false;
            const int ready = poll(&one, 1, int(left));
            if (ready > 0)
                return true;
            if (ready == 0 || errno != EINTR)
                return false;
        }
    }
    bool write(const char *data, qsizetype size, const QElapsedTimer &timer) const
    {
        while (size > 0) {
            if (!waitFor(POLLOUT, timer))
                return false;
            const ssize_t sent = send(m_socket, data, size_t(size), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0 && (errno == EINTR || errno == EAGAIN))
                continue;
            if (sent <= 0)
                return false;
            data += sent;
            size -= sent;
        }
        return true;
    }

    int m_socket = -1;
    pid_t m_process = -1;
    int m_read = 0;
};

class Helpers
{
public:
    explicit Helpers(const QString &program)
        : m_program(QFile::encodeName(program))
    {}

    app::ReadApart read(const QByteArray &bytes, const QString &fileName)
    {
        const auto failed = [&fileName](const QString &why) { return app::ReadApart{failure(tr("Reading the document"), fileName, why, tr("Ask for the file again")), false}; };
        const QByteArray name = fileName.toUtf8().left(qsizetype(longestFileName));
        for (;;) {
            std::unique_ptr<Helper> helper = take();
            if (!helper->isRunning())
                return failed(tr("the program that reads it cannot be started"));
            const bool fresh = helper->isFresh();
            if (const std::optional<QByteArray> answer = helper->read(bytes, name)) {
                giveBack(std::move(helper));
                const qsizetype end = answer->size() - qsizetype(sizeof servedLine);
                return readingFrom(answer->left(end), fileName);
            }
            // One that had read others before may have come to its own end; only a fresh one says that it was this file.
            if (fresh)
                return failed(tr("it makes the program that reads it fail, as a harmful file would"));
        }
    }

private:
    std::unique_ptr<Helper> take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                std::unique_ptr<Helper> helper = std::move(m_idle.back());
                m_idle.pop_back();
                return helper;
            }
        }
        return std::make_unique<Helper>(m_program);
    }
    void giveBack(std::unique_ptr<Helper> helper)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(helper));
    }

    const QByteArray m_program;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Helper>> m_idle;
};

} // namespace

app::ApartReader documentHelpers(const QString &program)
{
    return [helpers = std::make_shared<Helpers>(program)](const QByteArray &bytes, const QString &fileName) { return helpers->read(bytes, fileName); };
}

app::ApartReader ownDocumentHelpers()
{
    const QString program = QCoreApplication::applicationFilePath();
    return QFileInfo(program).fileName() == u"rolecall" ? documentHelpers(program) : app::ApartReader();
}

} // namespace rolecall::ui
