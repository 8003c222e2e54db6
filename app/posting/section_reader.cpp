// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/section_reader.h"

#include "app/posting/entries.h"
#include "app/posting/heading_vocabulary.h"
#include "app/posting/job_words.h"
#include "app/posting/list_guess.h"
#include "app/posting/role_facts.h"
#include "app/posting/text_folding.h"
#include "app/posting/tier_marks.h"

#include <algorithm>

namespace rolecall::app {

namespace {

/// Prose about the person has a few sentences, not hundreds.
constexpr qsizetype longestProse = 5000;
constexpr qsizetype mostDemands = 30;

bool isListKind(SectionKind kind)
{
    return kind == SectionKind::Necessary || kind == SectionKind::Useful || kind == SectionKind::Responsibilities;
}

struct Section
{
    QString heading;
    int level = 0;
    int parent = -1;
    SectionKind own = SectionKind::Unknown;
    SectionKind kind = SectionKind::Unknown; ///< with what it inherits; Unknown where only the wording can tell
    SectionKind before = SectionKind::Unknown; ///< what the last section of its level was, for sub-headings that look like siblings
    bool mixed = false;
    bool takesProse = false;
    QList<Block> content;
    QList<SectionKind> listKinds; ///< per block of content; Unknown where it is no list or undecided
};

/// Headings under which paragraphs are entries; under "Who you are" or "Your role" prose is only prose.
bool takesProse(const QString &heading, SectionKind kind)
{
    const QStringList words = foldedText(heading.left(200)).split(u' ');
    static const QStringList stems = QString::fromLatin1(
        "require requir qualif essential minimum necessary must mandatory criteria prerequisit eligib education experience skill knowledge competenc abilit languages certif desirable prefer desired work nice bonus advantage asset plus optional useful "
        "responsib duti duty task accountab deliverable anforderung voraussetzung einstellungsvoraus qualifikation profil aufgabe tatigkeit verantwort kenntnisse ausbildung wunschenswert pluspunkt exig competence formation diplome atout souhait mission tache activite requisito perfil "
        "needed imprescindible deseable funcion tarea responsabil formacion eisen vereist taken werkzaamheden pre requisit competenz mansion compit conhecimento desejave diferencia atribuic")
                                         .split(u' ');
    if (!isListKind(kind))
        return false;
    return std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return std::any_of(stems.cbegin(), stems.cend(), [&word](const QString &stem) { return stem.size() <= 3 ? word == stem : word.startsWith(stem); });
    });
}

class SectionReader
{
public:
    RoleLists read(const QList<Block> &blocks)
    {
        build(withMarkedLists(blocks));
        for (Section &section : m_sections)
            sortLists(section);
        preferNeeds();
        findWishes();
        markLists();
        for (qsizetype i = 0; i < m_sections.size(); ++i)
            collect(i);
        guess();
        if (m_result.necessary.isEmpty() && m_result.useful.isEmpty())
            readDemands();
        return m_result;
    }

private:
    void build(const QList<Block> &blocks)
    {
        m_sections += Section();
        QList<int> open{0};
        for (const Block &block : blocks) {
            if (block.kind == BlockKind::Reset) {
                m_sections += Section();
                open = {int(m_sections.size()) - 1};
                continue;
            }
            if (block.kind == BlockKind::Directive)
                continue;
            if (block.kind != BlockKind::Heading) {
                m_sections[open.last()].content += block;
                continue;
            }
            int sibling = -1;
            while (open.size() > 1 && m_sections.at(open.last()).level >= block.level) {
                sibling = m_sections.at(open.last()).level == block.level ? open.last() : sibling;
                open.removeLast();
            }
            Section section;
            section.heading = block.text;
            section.level = block.level;
            section.parent = open.last();
            classify(section, sibling);
            m_sections += section;
            open += int(m_sections.size()) - 1;
        }
    }

    void classify(Section &section, int siblingIndex)
    {
        VocabularyMatch match = classifyHeading(section.heading);
        // A bold or plain line may be a sentence that leads in.
        const bool line = section.level >= strongLineLevel && (match.coverage < 0.3 || foldedText(section.heading).endsWith(u" will"));
        if (line || (section.level >= 2 && match.kind == SectionKind::Unknown && section.heading.count(u' ') < 8))
            match = classifyLeadIn(section.heading);
        if (match.coverage < 0.2 && section.level >= 3 && section.heading.count(u' ') > 9 && match.kind != SectionKind::Other && section.level < strongLineLevel)
            match.kind = SectionKind::Unknown;
        if (section.level <= 2 && m_sections.size() <= 2 && !roleSoughtIn(section.heading).isEmpty())
            match = {}; // "We are looking for a Baker" over the whole posting is its title
        section.own = match.kind;
        section.mixed = match.mixed;
        const Section &parent = m_sections.at(section.parent);
        const Section *sibling = siblingIndex >= 0 ? &m_sections.at(siblingIndex) : nullptr;
        if (sibling)
            section.before = isListKind(sibling->kind) ? sibling->kind : sibling->before;
        if (isListKind(match.kind)) {
            section.kind = match.kind;
        } else if (match.kind == SectionKind::Skills) {
            // A subject of a tier whose heading stands bare above it, on the same level, belongs to that tier.
            const bool grouped = sibling && sibling->kind == SectionKind::Useful && (sibling->content.isEmpty() || sibling->own == SectionKind::Skills);
            if (parent.kind == SectionKind::Useful || grouped)
                section.kind = SectionKind::Useful;
            else if (parent.own == SectionKind::Other && parent.level > 1)
                section.kind = SectionKind::Other;
            else
                section.kind = SectionKind::Necessary;
        } else if (match.kind == SectionKind::Other) {
            section.kind = SectionKind::Other;
            // "Conditions of employment" right under a bare "Requirements" lists requirements.
            const bool bare = sibling && sibling->content.isEmpty() && sibling->own == SectionKind::Necessary;
            section.before = isListKind(parent.kind) ? parent.kind : bare ? sibling->kind : SectionKind::Unknown;
        } else if (match.kind == SectionKind::Unknown) {
            section.kind = parent.kind;
            section.mixed = section.mixed || parent.mixed;
        }
        const bool carried = parent.kind == section.kind && parent.takesProse && parent.content.isEmpty(); // "Duties", then "Some of what you will do"
        section.takesProse = (carried || takesProse(section.heading, section.kind)) && (isListKind(match.kind) || match.kind == SectionKind::Skills);
    }

    /// The lead-in before a list decides over its section.
    static VocabularyMatch leadInBefore(const QList<Block> &content, qsizetype list)
    {
        if (list == 0 || content.at(list - 1).kind != BlockKind::Paragraph || content.at(list - 1).fact)
            return {};
        const TextLine &line = content.at(list - 1).lines.last();
        const QString text = content.at(list - 1).preformatted ? line.text : joinedText(content.at(list - 1));
        const QStringList sentences = sentencesOf(text.right(1000));
        if (sentences.isEmpty())
            return {};
        const QString &sentence = sentences.last();
        const bool colon = sentence.endsWith(u':') || sentence.endsWith(QChar(0x2026)) || sentence.endsWith(u"...") || sentence.endsWith(u',');
        if (!colon && sentence.count(u' ') > 11)
            return {};
        VocabularyMatch match = classifyLeadIn(sentence);
        if (!colon && (match.coverage < 0.5 || sentence.endsWith(u'.') || sentence.endsWith(u'!') || sentence.endsWith(u'?')))
            return {};
        return match;
    }

    void sortLists(Section &section)
    {
        for (qsizetype i = 0; i < section.content.size(); ++i) {
            SectionKind kind = SectionKind::Unknown;
            const Block &block = section.content.at(i);
            if (block.kind == BlockKind::List) {
                const VocabularyMatch lead = leadInBefore(section.content, i);
                const bool follows = i > 0 && section.content.at(i - 1).kind == BlockKind::List;
                const EntryNature nature = lead.mixed ? natureOf(block) : EntryNature::Neither;
                if (lead.mixed && lead.kind == SectionKind::Responsibilities && nature == EntryNature::Quality)
                    kind = section.kind == SectionKind::Useful ? SectionKind::Useful : SectionKind::Necessary;
                else if (lead.mixed && lead.kind == SectionKind::Responsibilities && !isListKind(section.kind))
                    kind = lead.kind;
                else if (follows && isListKind(section.listKinds.at(i - 1)))
                    kind = section.listKinds.at(i - 1);
                else if (section.kind == SectionKind::Other)
                    kind = isListKind(lead.kind) && lead.coverage >= 0.5 ? lead.kind : sectionOrWording(section, block);
                else if (lead.kind == SectionKind::Other)
                    kind = isListKind(section.kind) && lead.coverage < 0.5 ? section.kind : SectionKind::Other;
                else if (isListKind(lead.kind) && !(isListKind(section.kind) && lead.coverage < 0.3))
                    kind = refined(lead.kind, section.kind, lead);
                else
                    kind = sectionOrWording(section, block);
            }
            // A heading that nobody knows, amid the qualities, over what the employer gives.
            if ((kind == SectionKind::Necessary || kind == SectionKind::Useful) && section.own == SectionKind::Unknown && namesBenefits(block))
                kind = SectionKind::Other;
            if (kind == SectionKind::Unknown && block.kind == BlockKind::List && block.entries.size() >= 2 && isMarked(block.entries))
                kind = SectionKind::Necessary; // its marks say that it lists qualities
            section.listKinds += kind;
        }
    }

    /// A lead-in that merely asks ("You should have") leaves a list of wishes a list of wishes.
    static SectionKind refined(SectionKind lead, SectionKind section, const VocabularyMatch &match)
    {
        if (section == SectionKind::Useful && lead == SectionKind::Necessary)
            return SectionKind::Useful;
        // "You will have" under duties, "you will" under requirements: the heading was the clearer word.
        if (isListKind(section) && section != lead && match.coverage < 0.4)
            return section;
        return lead;
    }

    /// Whether a list was taken for one more of the kind before it, under a heading of its own that nobody knows.
    static bool inherits(const Section &section, const Block &list)
    {
        return section.kind == SectionKind::Unknown && section.own == SectionKind::Unknown && !section.heading.isEmpty() && natureOf(list) == EntryNature::Quality
            && (section.before == SectionKind::Necessary || section.before == SectionKind::Useful);
    }

    /// One list of qualities after those that are asked for, and no wishes otherwise: it lists the wishes, whatever words
    /// its heading has for that. So does any whose heading leans that way.
    void findWishes()
    {
        bool wishes = false;
        QList<SectionKind *> candidates;
        for (Section &section : m_sections) {
            for (qsizetype i = 0; i < section.content.size(); ++i) {
                SectionKind &kind = section.listKinds[i];
                if (section.content.at(i).kind != BlockKind::List)
                    continue;
                const bool open = kind == SectionKind::Necessary && section.before == SectionKind::Necessary && inherits(section, section.content.at(i));
                if (open && leaningOf(section.heading) == SectionKind::Useful)
                    kind = SectionKind::Useful;
                else if (open && leaningOf(section.heading) != SectionKind::Necessary)
                    candidates += &kind;
                wishes = wishes || kind == SectionKind::Useful;
            }
        }
        if (wishes || candidates.size() != 1)
            return;
        *candidates.first() = SectionKind::Useful;
        m_result.guessed = true;
    }

    static SectionKind sectionOrWording(const Section &section, const Block &list)
    {
        const EntryNature nature = natureOf(list);
        if (section.mixed && nature == EntryNature::Duty)
            return SectionKind::Responsibilities;
        if (section.mixed && nature == EntryNature::Quality && section.kind == SectionKind::Responsibilities)
            return SectionKind::Necessary;
        if (section.kind == SectionKind::Other)
            return (section.before == SectionKind::Necessary || section.before == SectionKind::Useful) && nature == EntryNature::Quality && section.parent > 0 ? section.before
                                                                                                                                                               : SectionKind::Other;
        if (section.kind == SectionKind::Unknown && nature == EntryNature::Quality && (section.before == SectionKind::Necessary || section.before == SectionKind::Useful)
            && section.own == SectionKind::Unknown)
            return section.before;
        return section.kind;
    }

    static bool namesBenefits(const Block &list)
    {
        const auto benefits = std::count_if(list.entries.cbegin(), list.entries.cend(), [](const ListEntry &entry) { return namesBenefit(entry.text); });
        return benefits > 0 && benefits * 2 >= list.entries.size();
    }

    static EntryNature natureOf(const Block &list)
    {
        int duties = 0;
        int qualities = 0;
        for (const ListEntry &entry : list.entries) {
            const EntryNature nature = rolecall::app::natureOf(entry.text);
            duties += nature == EntryNature::Duty ? 1 : 0;
            qualities += nature == EntryNature::Quality ? 1 : 0;
        }
        const auto half = list.entries.size();
        if (duties * 2 > half && duties >= qualities)
            return EntryNature::Duty;
        return qualities * 2 >= half && qualities > duties ? EntryNature::Quality : EntryNature::Neither;
    }

    QList<QualityDraft> *target(SectionKind kind)
    {
        switch (kind) {
        case SectionKind::Necessary:
            return &m_result.necessary;
        case SectionKind::Useful:
            return &m_result.useful;
        case SectionKind::Responsibilities:
            return &m_result.responsibilities;
        default:
            return nullptr;
        }
    }

    /// Of two lists of wishes without any of needs, the first is what is asked for: "What we would like to see", then
    /// "What would make us jump".
    void preferNeeds()
    {
        QList<SectionKind *> wishes;
        for (Section &section : m_sections) {
            if (section.kind == SectionKind::Necessary || section.listKinds.contains(SectionKind::Necessary))
                return;
            for (qsizetype i = 0; i < section.content.size(); ++i) {
                SectionKind &kind = section.listKinds[i];
                const bool isList = section.content.at(i).kind == BlockKind::List;
                const bool continues = i > 0 && section.content.at(i - 1).kind == BlockKind::List;
                if (isList && !continues && (kind == SectionKind::Useful || (kind == SectionKind::Unknown && leaningOf(headingOver(section, i)) == SectionKind::Useful)))
                    wishes += &kind;
            }
        }
        if (wishes.size() < 2 || std::none_of(wishes.cbegin(), wishes.cend(), [](const SectionKind *kind) { return *kind == SectionKind::Useful; }))
            return;
        for (SectionKind *kind : std::as_const(wishes))
            *kind = kind == wishes.first() ? SectionKind::Necessary : SectionKind::Useful;
        m_result.guessed = true;
    }

    /// Which sections hold a list, themselves or below them. Parents come before their children.
    void markLists()
    {
        m_holdsList.fill(false, m_sections.size());
        for (qsizetype i = m_sections.size() - 1; i >= 0; --i) {
            const Section &section = m_sections.at(i);
            if (!m_holdsList.at(i))
                m_holdsList[i] = std::any_of(section.content.cbegin(), section.content.cend(), [](const Block &block) { return block.kind == BlockKind::List; });
            if (m_holdsList.at(i) && section.parent > 0 && (m_sections.at(section.parent).kind == section.kind || section.kind == SectionKind::Unknown))
                m_holdsList[section.parent] = true;
        }
    }

    void collect(qsizetype index)
    {
        Section &section = m_sections[index];
        QList<QualityDraft> *list = target(section.kind);
        const bool prose = list && section.takesProse && !m_holdsList.at(index);
        for (qsizetype i = 0; i < section.content.size(); ++i) {
            const Block &block = section.content.at(i);
            if (block.kind == BlockKind::List) {
                appendList(block.entries, section.listKinds.at(i));
            } else if (prose && !block.fact) {
                appendParagraph(block, *list);
                if (section.level == runInLevel)
                    break; // what follows a run-in heading's own paragraph has moved on
            } else if (list && !block.fact && isUnmarkedEntry(section, i)) {
                appendParagraph(block, *list);
            }
        }
    }

    /// An entry that is marked with a tier goes there, whatever the list is.
    void appendList(const QList<ListEntry> &entries, SectionKind kind)
    {
        QList<QualityDraft> *goal = target(kind);
        const bool marked = (kind == SectionKind::Necessary || kind == SectionKind::Useful) && isMarked(entries);
        for (const ListEntry &entry : entries) {
            const TierMark mark = marked ? tierMark(entry.text) : TierMark();
            if (mark.kind == SectionKind::Unknown) {
                if (goal)
                    appendEntries({entry}, *goal);
                continue;
            }
            ListEntry bare = entry;
            bare.text = mark.text;
            appendEntries({bare}, *target(mark.kind));
        }
    }

    /// Where no list was found at all, sentences that demand or wish in plain words are the qualities.
    void readDemands()
    {
        for (const Section &section : std::as_const(m_sections)) {
            for (const Block &block : section.content) {
                if (section.kind == SectionKind::Other || block.kind != BlockKind::Paragraph || block.fact)
                    continue;
                for (const QString &sentence : sentencesOf(joinedText(block).left(longestProse))) {
                    if (QList<QualityDraft> *goal = target(demandOf(sentence)); goal && goal->size() < mostDemands) {
                        *goal += QualityDraft{sentence, {}, block.source};
                        m_result.guessed = true;
                    }
                }
            }
        }
    }

    /// A paragraph beside a list that is worded like its entries lost its bullet.
    bool isUnmarkedEntry(const Section &section, qsizetype index) const
    {
        const QString text = joinedText(section.content.at(index));
        const bool beside = (index > 0 && section.content.at(index - 1).kind == BlockKind::List)
            || (index + 1 < section.content.size() && section.content.at(index + 1).kind == BlockKind::List);
        if (!beside || section.content.at(index).lines.size() > 3 || text.size() > 250 || text.endsWith(u':') || sentencesOf(text).size() > 1)
            return false;
        static const QStringList speakers{QStringLiteral("you"), QStringLiteral("we"), QStringLiteral("the"), QStringLiteral("this"), QStringLiteral("our"), QStringLiteral("as"), QStringLiteral("it"), QStringLiteral("vous"), QStringLiteral("sie"), QStringLiteral("du")};
        if (speakers.contains(foldedText(text.left(20)).section(u' ', 0, 0)))
            return false; // a sentence, not an entry
        static const QStringList pointers{QStringLiteral("following"), QStringLiteral("below"), QStringLiteral("above"), QStringLiteral("these"), QStringLiteral("listed")};
        const QStringList words = foldedText(text).split(u' ');
        if (std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return pointers.contains(word); }))
            return false;
        if (demandOf(text) != SectionKind::Unknown)
            return false;
        const EntryNature nature = rolecall::app::natureOf(text);
        if (section.kind == SectionKind::Responsibilities)
            return nature == EntryNature::Duty;
        static const QStringList openings{QStringLiteral("experience"), QStringLiteral("knowledge"), QStringLiteral("ability"), QStringLiteral("strong"), QStringLiteral("proficiency"),
                                          QStringLiteral("familiarity"), QStringLiteral("excellent"), QStringLiteral("understanding"), QStringLiteral("degree")};
        return nature == EntryNature::Quality && openings.contains(foldedText(text.left(40)).section(u' ', 0, 0));
    }

    /// The short line right over a list says more of it than the heading of its section.
    static QString headingOver(const Section &section, qsizetype list)
    {
        constexpr qsizetype longest = 120;
        if (list == 0 || section.content.at(list - 1).kind != BlockKind::Paragraph)
            return section.heading;
        const QString line = joinedText(section.content.at(list - 1));
        return line.size() <= longest ? line : section.heading;
    }

    /// Lists that nothing names, where none of their kind were found otherwise: by weak words, wording and order.
    void guess()
    {
        const bool needDuties = m_result.responsibilities.isEmpty();
        const bool needQualities = m_result.necessary.isEmpty();
        const bool needWishes = m_result.useful.isEmpty();
        QList<GuessedList> lists;
        for (const Section &section : std::as_const(m_sections)) {
            for (qsizetype i = 0; i < section.content.size(); ++i) {
                const Block &block = section.content.at(i);
                if (block.kind == BlockKind::List && (section.listKinds.at(i) != SectionKind::Unknown || block.entries.size() >= 2))
                    lists += GuessedList{headingOver(section, i), &block.entries, section.listKinds.at(i)};
                else if (needDuties && block.kind == BlockKind::Paragraph && section.kind == SectionKind::Unknown && isRunOfDuties(block)) {
                    appendParagraph(block, m_result.responsibilities);
                    m_result.guessed = true;
                }
            }
        }
        const QList<GuessedList> before = lists;
        guessLists(lists);
        for (qsizetype i = 0; i < lists.size(); ++i) {
            const SectionKind kind = lists.at(i).kind;
            const bool needed = (kind == SectionKind::Responsibilities && needDuties) || (kind == SectionKind::Necessary && needQualities) || (kind == SectionKind::Useful && needWishes);
            if (before.at(i).kind != SectionKind::Unknown || !needed)
                continue;
            appendList(*lists.at(i).entries, kind);
            m_result.guessed = true;
        }
    }

    static bool isRunOfDuties(const Block &paragraph)
    {
        if (paragraph.lines.size() < 4)
            return false;
        const auto duties = std::count_if(paragraph.lines.cbegin(), paragraph.lines.cend(), [](const TextLine &line) { return rolecall::app::natureOf(line.text) == EntryNature::Duty; });
        const auto breaks = std::count_if(paragraph.lines.cbegin(), paragraph.lines.cend(), [](const TextLine &line) { return line.hardBreak; });
        return duties * 10 >= paragraph.lines.size() * 6 && breaks + 1 >= paragraph.lines.size();
    }

    QList<Section> m_sections;
    QList<bool> m_holdsList;
    RoleLists m_result;
};

} // namespace

RoleLists readLists(const QList<Block> &blocks)
{
    return SectionReader().read(blocks);
}

} // namespace rolecall::app
