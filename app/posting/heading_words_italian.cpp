// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary italianHeadings()
{
    return {
        {SectionKind::Necessary,
         "requisit*|richiest*|richiediamo|si richiede|obbligator*|indispensabil*|necessar*|essenzial*|profilo|profilo ricercato|il tuo profilo|profilo ideale|profilo richiesto|profilo del candidato|chi cerchiamo|cosa cerchiamo|cerchiamo|cosa chiediamo|chi sei|su di te|hai|sei|"
         "requisiti di ammissione|qualifiche|il candidato ideale|candidato ideale|la persona ideale|cosa ci aspettiamo|ci aspettiamo|criteri"},
        {SectionKind::Useful, "preferenzial*|preferibil*|preferibilmente|gradit*|sara gradita|desiderabil*|desiderat*|plus|un plus|costituisce titolo preferenziale|costituiscono titolo preferenziale|titoli preferenziali|facoltativ*|opzional*|idealmente|bonus|apprezzat*|nice to have|vantaggi se"},
        {SectionKind::Responsibilities,
         "responsabilita|mansion*|compit*|attivita|cosa farai|di cosa ti occuperai|ti occuperai|il tuo ruolo|le tue attivita|le tue responsabilita|incarico|funzioni|la risorsa si occupera|si occupera|sara responsabile|quotidianamente|la tua giornata|obiettivi del ruolo"},
        {SectionKind::Skills, "competenz*|conoscenz*|esperienz*|capacita|abilita|formazione|titolo di studio|titoli di studio|istruzione|lingue|attitudini|soft skill"},
        {SectionKind::Container, "il ruolo|descrizione del lavoro|descrizione|la posizione|posizione|offerta di lavoro|descrizione della posizione|bando*|bando di selezione*|selezione pubblica|avviso*|sintesi|contesto|scopo"},
        {SectionKind::Other,
         "cosa offriamo|offriamo|si offre|ti offriamo|benefici|benefit|vantaggi|retribuzione|stipendio|chi siamo|su di noi|azienda|l azienda|il team|il nostro team|perche|come candidarsi|candidatur*|candidati|invio candidature|contatti|contatto|sede|sede di lavoro|luogo*|"
         "contratto|tipo di contratto|orario|condizioni|scadenza|processo di selezione|selezione|pari opportunita|altre informazioni|ulteriori informazioni|modalita di candidatura|modalita"},
    };
}

} // namespace rolecall::app
