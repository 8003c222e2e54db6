// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary dutchHeadings()
{
    return {
        {SectionKind::Necessary,
         "functie eisen|functie eis|functieeis*|eisen|vereist*|vereisten|vereiste|wat wij vragen|wij vragen|wat vragen wij|wat we vragen|dit vragen wij|we vragen|vragen we|vragen wij|wat vraag ik|dit heb je|wat heb je nodig|heb jij|gevraagd|jouw profiel|je profiel|profiel|wie ben jij|wie jij bent|wie je bent|dit ben jij|wie zoeken wij|wie zoeken we|wij zoeken|we zoeken|"
         "jij bent|je bent|jij hebt|je hebt|je beschikt|jij beschikt|wat breng je mee|wat breng jij mee|dit breng je mee|dit neem je mee|wat neem jij mee|jij brengt mee|over jou|kwalificaties|noodzakelijk*|verplicht*|wat verwachten we|wij verwachten|dit verwachten wij|voorwaarden waaraan|herken jij jezelf|jouw kwaliteiten|must have*|kandidaatprofiel"},
        {SectionKind::Useful, "pre|een pre|leuk als|fijn als|mooi als|handig als|prettig als|extra leuk|een pre|is een pre|pluspunt*|wenselijk*|gewenst*|bij voorkeur|voorkeur|mooi meegenomen|mooi zou zijn|nice to have|bonus|optioneel|handig|idealiter|voordeel|een plus|daarnaast is het fijn"},
        {SectionKind::Responsibilities,
         "taken|taak|jouw taken|takenpakket|hoofdtaken|verantwoordelijk*|werkzaamheden|wat ga je doen|wat ga jij doen|dit ga je doen|ga je doen|wat doe je|wat je gaat doen|wat je doet|jouw rol|je rol|jouw werk|jouw functie|jouw uitdaging|jouw dag|functieomschrijving|functie inhoud|functie-inhoud|"
         "je gaat|jij gaat|jouw impact|jouw opdracht|je werkzaamheden"},
        {SectionKind::Skills, "vaardigheden|ervaring|kennis|opleiding*|competenties|diploma*|talen|eigenschappen|werkervaring|kwaliteiten"},
        {SectionKind::Container, "de functie|functie|over de functie|de rol|vacature*|omschrijving|samenvatting|inleiding|de baan"},
        {SectionKind::Other,
         "wat wij bieden|wat bieden wij|wij bieden|we bieden|wat we bieden|dit bieden wij|bieden wij|bieden we|ons aanbod|wat krijg je|dit krijg je|arbeidsvoorwaarden|voorwaarden|salaris|over ons|wie zijn wij|wie wij zijn|organisatie|de organisatie|het bedrijf|het team|ons team|jouw team|je team|"
         "waarom|solliciteren|sollicitatie*|sollicitatieprocedure|hoe solliciteer|interesse|geinteresseerd|contact*|locatie|standplaats|werkplek|meer informatie|informatie|procedure|deadline|sluitingsdatum|contract|werktijden|diversiteit|vragen|acquisitie"},
    };
}

} // namespace rolecall::app
