// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as JSON Resume, as address cards and as a CV's text: an error that says why or people, and never a name or
// an address that holds a line break.
#include "app/applicants/json_resume.h"
#include "app/applicants/vcard.h"
#include "app/intake/person_guess.h"

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void checkDraft(const app::ApplicantDraft &draft)
{
    check(!draft.name.contains(u'\n'));
    for (const QString &email : draft.emails)
        check(!email.contains(u'\n'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto resume = app::readJsonResume(bytes, QStringLiteral("fuzz.json")))
        checkDraft(*resume);
    else
        check(!resume.error().problem.isEmpty());
    check(app::jsonResumeText(bytes).endsWith(u'\n'));
    if (const auto cards = app::readVCards(bytes, QStringLiteral("fuzz.vcf"))) {
        for (const app::ApplicantDraft &draft : *cards)
            checkDraft(draft);
    } else {
        check(!cards.error().problem.isEmpty());
    }
    const QString text = QString::fromUtf8(bytes);
    const app::PersonGuess guess = app::guessPerson(text, {text.left(200)});
    check(!guess.person.name.contains(u'\n') && !guess.person.email.contains(u'\n'));
    check(guess.certainty != app::Certainty::Certain || (!guess.person.name.isEmpty() && !guess.person.email.isEmpty()));
    const app::IntakePerson again = app::IntakePerson::fromText(guess.person.text());
    check(guess.person.email.isEmpty() || again.email == guess.person.email);
    return 0;
}
