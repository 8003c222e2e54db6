// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/passphrase_input.h"

#include "app/sealing/passphrase.h"
#include "ui/command_line/output.h"
#include "ui/command_line/workspace_access.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QScopeGuard>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

constexpr qint64 longestPassphrase = 4096;

Result<QByteArray> firstLine(QFile &file, const QString &name)
{
    QByteArray line = file.readLine(longestPassphrase);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return failure(tr("Reading the passphrase"), name, tr("its first line is empty"), tr("Put the passphrase there"));
    return app::passphraseBytes(QString::fromUtf8(line));
}

QByteArray asked(int terminal, const QString &question)
{
    const QByteArray words = question.toUtf8();
    if (write(terminal, words.constData(), size_t(words.size())) < 0)
        return {};
    termios before = {};
    tcgetattr(terminal, &before);
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(terminal, TCSAFLUSH, &silent);
    QByteArray line;
    for (char c = 0; line.size() < longestPassphrase && read(terminal, &c, 1) == 1 && c != '\n';)
        line += c;
    tcsetattr(terminal, TCSAFLUSH, &before);
    if (write(terminal, "\n", 1) < 0)
        return {};
    return line;
}

} // namespace

void addPassphraseOption(CLI::App &command, std::string &file)
{
    command.add_option("--passphrase-file", file, "Take the passphrase from the first line of this file (- for standard input) instead of asking for it");
}

Result<QByteArray> readPassphrase(const std::string &file, bool isNew)
{
    if (!file.empty()) {
        const QString name = argumentText(file);
        QFile source(name);
        if (!(file == "-" ? source.open(STDIN_FILENO, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly)))
            return failure(tr("Reading the passphrase"), name, source.errorString(), tr("Check the name of the file"));
        return firstLine(source, name);
    }
    const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return failure(tr("Reading the passphrase"), {}, tr("there is no terminal to ask on"), tr("Give --passphrase-file"));
    const auto closing = qScopeGuard([terminal] { close(terminal); });
    const QByteArray first = asked(terminal, tr("Passphrase: "));
    if (first.isEmpty())
        return failure(tr("Reading the passphrase"), {}, tr("there is none"), tr("Type one"));
    if (isNew) {
        const app::PassphraseHint hint = app::passphraseHint(QString::fromUtf8(first));
        printMessage(hint.words);
        if (asked(terminal, tr("The same again: ")) != first)
            return failure(tr("Reading the passphrase"), {}, tr("the two are not the same"), tr("Try again"));
    }
    return app::passphraseBytes(QString::fromUtf8(first));
}

} // namespace rolecall::ui
