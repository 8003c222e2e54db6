// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a text file as UTF-8, block by block, whatever they were written in.
#pragma once

#include "app/text/character_set.h"
#include "db/result.h"

#include <QIODevice>
#include <memory>

struct UConverter;

namespace rolecall::app {

class TextInput
{
public:
    explicit TextInput(std::unique_ptr<QIODevice> device);
    ~TextInput();
    Q_DISABLE_COPY_MOVE(TextInput)

    /// Looks at the beginning of the file. Fails where the file cannot be read or is no text.
    Outcome open(const QString &fileName);

    const CharacterSet &characterSet() const { return m_set; }
    /// The beginning of the text, at most sampleSize bytes; read() gives it again.
    QByteArrayView sample() const { return m_sample; }
    bool sampleIsWhole() const { return m_sampleIsWhole; }

    /// Valid UTF-8; 0 at the end, -1 where the device fails. Needs room for at least 64 bytes.
    qsizetype read(char *to, qsizetype capacity);

    /// What was odd about the characters.
    QStringList warnings() const;
    qint64 position() const { return m_taken; }

    static constexpr qsizetype sampleSize = 256 * 1024;

private:
    qsizetype rawRead(char *to, qsizetype capacity);
    qsizetype fill(char *to, qsizetype capacity);
    qsizetype readUtf8(char *to, qsizetype capacity);
    qsizetype readConverted(char *to, qsizetype capacity);
    bool openConverter(const QByteArray &name);

    std::unique_ptr<QIODevice> m_device;
    CharacterSet m_set;
    QString m_laterSet; ///< what the file turned out to be written in after a beginning in ASCII
    QByteArray m_raw;   ///< read from the device, not yet taken
    qsizetype m_rawTaken = 0;
    QByteArray m_sample;
    qsizetype m_sampleTaken = 0;
    bool m_sampleIsWhole = false;
    bool m_failed = false;
    qint64 m_sequences = 0;
    qint64 m_replaced = 0;
    qint64 m_taken = 0;

    struct Converters;
    std::unique_ptr<Converters> m_converters;
};

} // namespace rolecall::app
