// SPDX-License-Identifier: GPL-3.0-or-later
// Filters as round-ended buttons that are on or off, flowing into as many lines as the width asks for.
#pragma once

#include <QList>
#include <QPushButton>
#include <QWidget>

namespace rolecall::ui {

class Chip : public QPushButton
{
    Q_OBJECT
public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);
    /// A count after the text, as "Open 12"; negative: none.
    void setCount(int count);

private:
    QString m_text;
};

class ChipBar : public QWidget
{
    Q_OBJECT
public:
    explicit ChipBar(QWidget *parent = nullptr);

    /// `key` is handed back by checked(); chips of one bar are independent of each other unless exclusive.
    Chip *addChip(const QString &key, const QString &text, int count = -1);
    void clear();
    void setExclusive(bool exclusive) { m_exclusive = exclusive; }
    QStringList checked() const;
    void setChecked(const QString &key, bool on);
    Chip *chip(const QString &key) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void changed(const QStringList &checked);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int arrange(int width, bool move) const;
    /// Takes the height its lines need: a layout asks for it only on its way to another size.
    void fit();

    QList<std::pair<QString, Chip *>> m_chips;
    bool m_exclusive = false;
};

} // namespace rolecall::ui
