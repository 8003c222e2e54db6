// SPDX-License-Identifier: GPL-3.0-or-later
// The shortlist on its way out: options, what will be written, and the file.
#pragma once

#include "app/shortlist/shortlist.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QPrinter;
class QPushButton;
class QSpinBox;
class QStandardItemModel;
class QTableView;
class QTemporaryDir;

namespace rolecall::ui {

class Session;
class TextLabel;

enum class ExportFormat { Csv, Spreadsheet, RecordHtml, RecordPdf };

class ExportPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ExportPanel(Session &session, QWidget *parent = nullptr);
    ~ExportPanel() override;

    /// `alwaysBlind`: the role is blind, so its export is.
    void setRole(db::RoleId role, const QString &title, bool alwaysBlind, std::optional<int> size);
    /// Reads the preview anew where it can be seen, else when it is.
    void refresh();
    app::ShortlistExport options() const;
    QStandardItemModel &preview() { return *m_preview; }
    void setFormat(ExportFormat format);
    ExportFormat format() const;
    /// Asks where, then writes.
    void save();
    /// In the format chosen, with the options shown.
    void writeTo(const QString &path);
    /// Lays the decision record out on a printer's pages, beside the interface; it may print to a file.
    void printOn(const std::shared_ptr<QPrinter> &printer);

Q_SIGNALS:
    void written(const QString &path);
    void printed(int pages);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Asks for a printer.
    void print();
    void showFormat();
    void showNote();
    void showPreview(const QByteArray &csv);
    void dragOut();
    void showInFolder();
    QString proposedName() const;

    Session &m_session;
    db::RoleId m_role;
    QString m_title;
    QComboBox *m_format;
    QCheckBox *m_blind, *m_evidence, *m_mark;
    QSpinBox *m_top;
    QStandardItemModel *m_preview;
    QTableView *m_table;
    TextLabel *m_note;
    TextLabel *m_result;
    TextLabel *m_drag;
    QPushButton *m_save, *m_print, *m_show;
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_dragFolder;
    QPoint m_pressed;
    quint64 m_question = 0;
    bool m_stale = true;
};

} // namespace rolecall::ui
