// SPDX-License-Identifier: GPL-3.0-or-later
// Review on a small invented workspace: open and blind, a PDF and a text, sealed, one quality at a time, empty.
#include "furnished_window.h"
#include "scene.h"

#include "app/documents/attaching.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "db/applications.h"
#include "db/documents.h"
#include "db/reviewers.h"
#include "db/roles.h"
#include "db/stages.h"
#include "ui/pages/review/documents_pane.h"
#include "ui/pages/review/queue_pane.h"
#include "ui/pages/review/review_page.h"
#include "ui/session/session.h"

#include <QBuffer>
#include <QEventLoop>
#include <QPainter>
#include <QPdfWriter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTimer>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

const char *const qualities[] = {
    "Experience maintaining open source software that other people depend on",
    "Experience with the deployment of web services on Kubernetes or a comparable system",
    "Ability to explain technical matters in writing to people outside the field",
    "Comfortable with working in a team that is spread over many time zones",
    "Experience with the Jupyter ecosystem",
    "Experience with infrastructure as code, such as Terraform",
    "Has taught a workshop or mentored newcomers to a community",
};

const char *const people[] = {"Ada Invented", "Benoît Imaginaire", "Chiara Inventata", "Dmitri Vymyshlen", "Esi Madeup", "Farid Nobody", "Gudrun Erfunden", "Hana Vymyšlená"};

QByteArray curriculum()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QTextDocument document;
    document.setHtml(QStringLiteral("<h1>Ada Invented</h1><p>ada@example.org · +49 30 1234567 · Nowhere</p><h2>Experience</h2>"
                                    "<p><b>Maintainer, Example Index</b> (2016 to 2024). Kept a search library that forty projects depend on in good order: "
                                    "releases, reviews, and a deprecation policy that users were thankful for.</p>"
                                    "<p><b>Engineer, Sample Hosting</b> (2012 to 2016). Moved twelve services to Kubernetes, wrote the runbooks, "
                                    "and taught the operators to use them.</p><h2>Teaching</h2><p>Six workshops on packaging for researchers.</p>"
                                    "<h2>Languages</h2><p>English, German, some Portuguese.</p>"));
    document.print(&writer);
    buffer.close();
    return bytes;
}

const QByteArray letter = "Dear panel,\n\nmy name is Ada Invented, and I am applying for the post of index keeper.\n\n"
                          "For nine years I have maintained a search library that forty other projects depend on. I would rather remove "
                          "a feature carefully than add one in haste.\n\nYou reach me at ada@example.org or on +49 30 1234567.\n\nAda Invented\n";

const QByteArray mail = "From: Esi Madeup <esi@example.org>\r\nReply-To: esi.private@example.org\r\nSubject: Application for the post of index keeper\r\n"
                        "Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        "Dear panel,\r\n\r\nplease find my CV and a certificate attached.\r\n\r\nKind regards\r\nEsi Madeup\r\n--b\r\n"
                        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"CV Esi Madeup.pdf\"\r\n\r\n%PDF\r\n--b\r\n"
                        "Content-Type: image/png\r\nContent-Disposition: attachment; filename=certificate.png\r\n\r\nPNG\r\n--b--\r\n";

const QByteArray page = "<!doctype html><title>CV</title><h1>Esi Madeup</h1><p>Index keeper with a long memory.</p><h2>Posts</h2><table><tr><th>Years</th><th>Where</th><th>As</th></tr>"
                        "<tr><td>2019 to 2025</td><td>Example Library</td><td>Keeper of the card index</td></tr><tr><td>2012 to 2019</td><td>Sample Archive</td><td>Assistant</td></tr></table>"
                        "<h2>Knows</h2><ul><li>Kubernetes and its ways</li><li>Jupyter, for teaching</li></ul><img src=\"http://example.org/seen.gif\"><script>document.write('run')</script>";

/// A picture of a page, as a camera makes it.
QImage photograph()
{
    QImage image(1400, 1000, QImage::Format_RGB32);
    image.fill(QColor(0xf4, 0xee, 0xdd));
    QPainter painter(&image);
    painter.setPen(QPen(QColor(0x8a, 0x6d, 0x3b), 6));
    painter.drawRect(image.rect().adjusted(40, 40, -40, -40));
    QFont font = painter.font();
    font.setPixelSize(64);
    painter.setFont(font);
    painter.drawText(image.rect().adjusted(0, 240, 0, 0), Qt::AlignHCenter | Qt::AlignTop, QStringLiteral("Certificate of Index Keeping"));
    font.setPixelSize(36);
    painter.setFont(font);
    painter.drawText(image.rect().adjusted(0, 420, 0, 0), Qt::AlignHCenter | Qt::AlignTop, QStringLiteral("Esi Madeup, with distinction"));
    return image;
}

QByteArray certificate()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    photograph().save(&buffer, "PNG");
    return bytes;
}

/// Pages without a text layer.
QByteArray scan()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.drawImage(QRect(0, 0, writer.width(), writer.width() * 10 / 14), photograph());
    painter.end();
    buffer.close();
    return bytes;
}

struct Sample
{
    QTemporaryDir folder;
    std::unique_ptr<Session> session;
    db::RoleId role;
    QList<db::ApplicationId> applications;
    QList<db::QualityId> qualities;
};

template<class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

Outcome fill(db::Connection &connection, Sample &sample, bool blind, bool withPeople)
{
    const db::ReviewerId me = must(db::insertReviewer(connection, {{}, {}, QStringLiteral("A. Reviewer"), {}, {}}));
    const db::ReviewerId other = must(db::insertReviewer(connection, {{}, {}, QStringLiteral("B. Colleague"), {}, {}}));
    connection.setReviewer(me);
    db::Role role;
    role.title = QStringLiteral("Index Keeper");
    role.organisation = QStringLiteral("Example");
    role.summary = QStringLiteral("Keeps the index");
    role.blind = blind;
    sample.role = must(db::insertRole(connection, role));
    const db::StageId stage = must(db::insertStage(connection, sample.role, {{}, {}, 0, QStringLiteral("New"), QStringLiteral("review"), {}}));
    int position = 0;
    for (const char *text : qualities) {
        db::Quality quality;
        quality.role = sample.role;
        quality.tier = position < 4 ? db::Tier::Necessary : db::Tier::Useful;
        quality.position = position++;
        quality.text = QString::fromUtf8(text);
        quality.footnote = position == 2 ? QStringLiteral("A comparable system is one that schedules containers over several machines.") : QStringLiteral("");
        sample.qualities << must(db::insertQuality(connection, quality));
    }
    if (!withPeople)
        return {};
    for (const char *name : people) {
        db::Candidate candidate;
        candidate.name = QString::fromUtf8(name);
        candidate.email = QStringLiteral("%1@example.org").arg(candidate.name.section(u' ', 0, 0).toLower());
        candidate.phone = QStringLiteral("+49 30 1234567");
        candidate.location = QStringLiteral("Nowhere");
        db::Application application;
        application.role = sample.role;
        application.source = QStringLiteral("mail");
        application.candidate = must(db::insertCandidate(connection, candidate));
        application.stage = stage;
        sample.applications << must(db::insertApplication(connection, application));
    }
    const auto setReview = [&](db::ReviewerId reviewer, int application, int rated, bool submitted) {
        db::Review review;
        review.application = sample.applications.at(application);
        review.reviewer = reviewer;
        review.submitted = submitted;
        if (submitted)
            review.submittedAt = QStringLiteral("2026-03-01T10:00:00.000Z");
        review.id = must(db::insertReview(connection, review));
        for (int i = 0; i < rated; ++i)
            static_cast<void>(db::setRating(connection, review.id, {sample.qualities.at(i), i % 3 + 1, false, false}));
        return review.id;
    };
    setReview(me, 2, 7, true);
    setReview(me, 3, 3, false);
    setReview(other, 0, 7, true);
    setReview(other, 2, 7, true);
    return {};
}

std::shared_ptr<Sample> makeSample(bool blind, bool withPeople)
{
    auto sample = std::make_shared<Sample>();
    auto workspace = must(db::Workspace::create(sample->folder.filePath(QStringLiteral("sample.rolecall"))));
    db::Connection &connection = workspace->connection();
    must(app::perform(connection, {QStringLiteral("sample"), QStringLiteral("Set up"), {}}, app::Area::Roles, [&] { return fill(connection, *sample, blind, withPeople); }));
    static_cast<void>(db::setOwnReviewer(connection, connection.reviewer()));
    if (withPeople) {
        const db::ApplicationId ada = sample->applications.first();
        must(app::attachDocuments(connection, ada, {{QStringLiteral("letter-ada-invented.txt"), letter}, {QStringLiteral("cv-ada-invented.pdf"), curriculum()}}));
        must(app::attachDocuments(connection, sample->applications.at(4), {{QStringLiteral("photographed certificate.png"), certificate()}, {QStringLiteral("application.eml"), mail}, {QStringLiteral("CV.html"), page},
                                                                           {QStringLiteral("scan.pdf"), scan()}, {QStringLiteral("damaged.docx"), QByteArray("PK\x03\x04 and no more")}}));
        must(app::rate(connection, ada, sample->qualities.at(0), 3));
        must(app::rate(connection, ada, sample->qualities.at(1), 1));
        must(app::rate(connection, ada, sample->qualities.at(2), {}, true));
        const db::Document document = must(db::documents(connection, ada)).first();
        db::Evidence quote;
        quote.document = document.id;
        quote.sha256 = document.sha256;
        quote.quote = QStringLiteral("For nine years I have maintained a search library that forty other projects depend on.");
        quote.start = letter.indexOf("For nine");
        quote.length = quote.quote.size();
        must(app::addQuoteEvidence(connection, ada, sample->qualities.at(0), quote));
        must(app::addNoteEvidence(connection, ada, sample->qualities.at(0), QStringLiteral("Nine years, and it shows in the deprecation policy")));
    }
    sample->session = std::make_unique<Session>(std::move(workspace));
    return sample;
}

class ReviewWindow : public FurnishedWindow
{
public:
    ReviewWindow(std::shared_ptr<Sample> sample, Theme &theme)
        : m_sample(std::move(sample))
    {
        furnish(*m_sample->session, theme);
    }
    ~ReviewWindow() override { unfurnish(); }

private:
    std::shared_ptr<Sample> m_sample;
};

void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void add(QList<Scene> &scenes, Theme &theme, const QString &name, bool blind, bool withPeople, std::function<void(Sample &, ReviewPage &)> prepare = {})
{
    auto holder = std::make_shared<std::shared_ptr<Sample>>();
    const auto build = [=, &theme]() -> QWidget * {
        const auto sample = makeSample(blind, withPeople);
        *holder = sample;
        auto *window = new ReviewWindow(sample, theme);
        window->open(PageId::Review, {{roleArgument, sample->role.number()}});
        return window;
    };
    const auto ready = [=](QWidget *window) {
        wait(400);
        if (prepare)
            prepare(**holder, *window->findChild<ReviewPage *>());
        wait(200);
        holder->reset();
    };
    scenes << Scene{name, build, ready};
}

} // namespace

void addReviewScenes(QList<Scene> &scenes, Theme &theme)
{
    add(scenes, theme, QStringLiteral("review-text"), false, true);
    add(scenes, theme, QStringLiteral("review-pdf"), false, true, [](Sample &, ReviewPage &page) { page.findChild<DocumentsPane *>()->stepDocument(1); });
    add(scenes, theme, QStringLiteral("review-blind"), true, true);
    add(scenes, theme, QStringLiteral("review-submitted"), false, true, [](Sample &sample, ReviewPage &page) { page.findChild<QueuePane *>()->setCurrent(sample.applications.at(2)); });
    add(scenes, theme, QStringLiteral("review-pass"), false, true, [](Sample &, ReviewPage &page) { Q_EMIT page.findChild<QueuePane *>()->passToggled(true); });
    const char *const kinds[] = {"picture", "mail", "html", "scan", "damaged"};
    for (int i = 0; i < int(std::size(kinds)); ++i) {
        add(scenes, theme, QStringLiteral("review-%1").arg(QLatin1String(kinds[i])), false, true, [i](Sample &sample, ReviewPage &page) {
            page.navigateTo({{roleArgument, sample.role.number()}, {QStringLiteral("application"), sample.applications.at(4).number()}});
            wait(400);
            page.findChild<DocumentsPane *>()->stepDocument(i);
        });
    }
    add(scenes, theme, QStringLiteral("review-confirm"), false, true, [](Sample &sample, ReviewPage &page) {
        static_cast<void>(sample.session->apply(app::rewordQuality(sample.session->connection(), sample.qualities.first(), QStringLiteral("Has maintained open source software that others depend on"))));
        wait(400);
        page.navigateTo({{roleArgument, sample.role.number()}, {QStringLiteral("toConfirm"), true}});
    });
    add(scenes, theme, QStringLiteral("review-empty"), false, false);
}

} // namespace rolecall::pictures
