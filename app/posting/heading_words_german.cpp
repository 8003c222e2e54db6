// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary germanHeadings()
{
    return {
        {SectionKind::Necessary,
         "anforderung*|voraussetzung*|einstellungsvoraussetzung*|qualifikation*|dein profil|ihr profil|euer profil|profil|das profil|anforderungsprofil|was du mitbringst|was sie mitbringen|"
         "das bringst du mit|das bringen sie mit|du bringst mit|sie bringen mit|du bringst|sie bringen|mitbringst|mitbringen|mitbringen sollten|solltest du mitbringen|wir erwarten|was wir erwarten|das erwarten wir|erwarten wir|"
         "wir suchen|wen wir suchen|was wir suchen|wir wunschen uns|wir wunschen uns von|das wunschen wir uns|was wir uns wunschen|das zeichnet dich aus|das zeichnet sie aus|dich zeichnet|sie zeichnen sich|was dich auszeichnet|was sie auszeichnet|"
         "du hast|sie haben|du bist|sie sind|du verfugst|sie verfugen|uber dich|uber sie|wer du bist|das bist du|das sind sie|damit uberzeugst du|damit uberzeugen sie|womit sie uberzeugen|so uberzeugst du|"
         "zwingend*|erforderlich*|notwendig*|muss kriterien|muss|mindestanforderung*|wir setzen voraus|vorausgesetzt|formale voraussetzungen|was du brauchst|du passt zu uns|passt du zu uns|das solltest du|das sollten sie|ihre starken|deine starken|das brauchst du|brauchst du|wir freuen uns auf sie wenn|sie passen zu uns|womit du|unsere erwartungen|unsere anforderungen|sie verfugen|vorausgesetzt werden|sollten sie|solltest du|unsere wunsche|einstellungsbedingung*"},
        {SectionKind::Useful,
         "wunschenswert*|von vorteil|vorteilhaft|idealerweise|im idealfall|nice to have|pluspunkte|plus|bonus|optional|gerne auch|erwunscht|daruber hinaus|zusatzlich|freuen wir uns|ware schon|ware toll|wir freuen uns uber|"
         "nicht zwingend|kein muss|kann kriterien|das ware ein plus|das kronchen|bonuspunkte|extrapunkte|hilfreich|nutzlich|sammelst du punkte|ware toll|ware super|ware gut|ware klasse|noch besser|schon ware|ist von vorteil|sind von vorteil|erwunscht sind|gerne gesehen|schon wenn|toll wenn|super wenn|prima wenn|gut wenn|klasse wenn|gern gesehen|wunschen wir uns zusatzlich|nicht notwendig|nicht erforderlich|on top"},
        {SectionKind::Responsibilities,
         "aufgabe*|aufgabengebiet*|aufgabenbereich*|aufgabenschwerpunkt*|deine aufgaben|ihre aufgaben|tatigkeit*|tatigkeitsbereich*|tatigkeitsschwerpunkt*|verantwortung*|verantwortlich*|zustandigkeit*|was du machst|was du tust|das machst du|das sind deine aufgaben|"
         "was dich erwartet|was sie erwartet|das erwartet dich|das erwartet sie|ihr aufgabengebiet|dein job|deine rolle|ihre rolle|deine mission|dein alltag|arbeitsalltag|arbeitsgebiet|einsatzgebiet|wofur wir dich suchen|wofur wir sie suchen|darum geht es|deine herausforderung|hier bringst du dich ein|umfasst insbesondere|umfasst folgende|du wirst|sie werden"},
        {SectionKind::Skills, "kenntnisse|fahigkeiten|erfahrung|erfahrungen|kompetenzen|ausbildung|sprachkenntnisse|fachkenntnisse|personliche kompetenzen|fachliche|soziale kompetenzen|berufserfahrung|studium|abschluss|eigenschaften"},
        {SectionKind::Container, "stellenbeschreibung|stellenausschreibung|stellenangebot|die stelle|die position|die rolle|uberblick|einleitung|stellenprofil|jobs|offene stellen|karriere|kurzbeschreibung|job"},
        {SectionKind::Other,
         "^bei uns$|wir bieten|was wir bieten|das bieten wir|bieten wir|unser angebot|deine vorteile|ihre vorteile|vorteile|benefits|leistungen|das erwartet dich bei uns|was du von uns erwarten kannst|darauf kannst du dich freuen|darauf konnen sie sich freuen|freuen sie sich auf|freu dich auf|"
         "uber uns|wer wir sind|wir uber uns|das sind wir|unternehmen|das unternehmen|unser team|das team|warum wir|warum|bewerbung*|bewerben|jetzt bewerben|so bewirbst du dich|ihre bewerbung|deine bewerbung|bewerbungsunterlagen|bewerbungsfrist|bewerbungsprozess|kontakt*|"
         "ansprechpartner*|ansprechperson*|gehalt*|vergutung*|entgelt|standort*|arbeitsort|dienstort|arbeitszeit*|beginn|eintritt*|vertragsart|befristung|haben wir ihr interesse|interesse geweckt|interessiert|hinweis*|datenschutz*|chancengleichheit|gleichstellung|rahmenbedingungen|"
         "konditionen|allgemeine informationen|ruckfragen|fragen|weitere informationen|impressum|eckdaten|bewerbungsverfahren|auswahlverfahren|vielfalt"},
    };
}

} // namespace rolecall::app
