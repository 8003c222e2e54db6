// SPDX-License-Identifier: GPL-3.0-or-later
// Swedish, Danish, Norwegian and Finnish.
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary nordicHeadings()
{
    return {
        {SectionKind::Necessary,
         "kvalifikation*|kvalifikasjon*|krav|kravprofil|kravspecifikation|behorighet*|behorighetskrav|skallkrav|ska krav|formella krav|obligatorisk*|vi soker dig som|vi soker deg|vi soker|vi soger dig|vi soger en|vi soger|den vi soker|vem ar du|vem vi soker|vem soker vi|"
         "om dig|om deg|din profil|din bakgrund|din baggrund|din bakgrunn|du har|du ar|du er|har du|er du|vi forventer|vi forvantar|vi forventer at du|vi onsker|vi onsker oss|vi onskar|dine kvalifikationer|dine kvalifikasjoner|hvem er du|hvem ser vi etter|vi ser etter|"
         "vi laegger vaegt pa|vi leggar vekt pa|vi krever|vi kraver|kraver|kraves|kreves|det kravs|nodvendig*|nodvandig*|profil|"
         "vaatimu*|kelpoisuusvaatimu*|edellyt*|edellytamme|odotamme|odotamme sinulta|sinulla on|hakijalta|arvostamme kun|toivomme sinulta"},
        {SectionKind::Useful,
         "onskede|onskade|onsket|onskelige|onskelig*|onskvarda|meriterande|merit|det ar meriterande|onskvart|onskvarda|onskvardt|bor krav|borkrav|fordel|en fordel|det er en fordel|det ar en fordel|fordelaktig*|onskelig*|gerne ogsa|gjerne|gerne|det ar ett plus|ett plus|et plus|det er et plus|garna|extra plus|hvis du ogsa|vi ser garna|"
         "eduksi|eduksi katsotaan|katsomme eduksi|plussaa|toivottava*|arvostamme"},
        {SectionKind::Responsibilities,
         "hovedoppgave*|hovedopgave*|huvuduppgift*|arbetsuppgift*|dina arbetsuppgifter|arbetsbeskrivning|arbejdsopgave*|arbeidsoppgave*|opgave*|dine opgaver|dine oppgaver|oppgave*|uppgifter|dina uppgifter|ansvarsomrad*|ansvar|arbeidsomrade*|din roll|din rolle|det har ska du gora|du kommer att|du kommer til|du far|du skal|du vil|"
         "om rollen|hvad skal du lave|stillingens innhold|tehtava*|tyotehtava*|tehtaviin kuuluu|tyonkuva|vastuualue*|paaset tekemaan"},
        {SectionKind::Skills, "erfarenhet*|erfaring*|utbildning*|uddannelse*|utdanning*|kompetens*|kompetanse*|kompetence*|kunskap*|kunnskap*|fardighet*|faerdighed*|ferdighet*|personliga egenskaper|egenskaper|egenskaber|sprak|sprog|koulutus|kokemus|osaaminen|kielitaito"},
        {SectionKind::Container, "om jobbet|om tjansten|om stillingen|tjansten|stillingen|jobbet|beskrivning|beskrivelse|stillingsbeskrivelse|ledig stilling|ledig tjanst|jobbeskrivning"},
        {SectionKind::Other,
         "kan tilby|kan tilbyde|kan erbjuda|vi erbjuder|vi tilbyder|vi tilbyr|det erbjuder vi|erbjuder vi|tilbyder vi|tilbyr vi|formaner|fordele hos os|goder|lon|lonn|lonn og|lon og|om oss|om os|om foretaget|om virksomheden|vem ar vi|hvem er vi|vart erbjudande|ansokan*|ansok|ansog|ansogning*|soknad*|sok|sa ansoker du|"
         "sadan soger du|slik soker du|kontakt*|kontaktperson*|ansokningsfrist|ansogningsfrist|soknadsfrist|sista ansokningsdag|tilltrade|tiltraedelse|arbetstid|arbejdstid|arbeidstid|arbetsplats*|anstallning*|ansattelse*|ovrigt|mangfald|mangfold|villkor|vilkar|"
         "tarjoamme|tarjoamme sinulle|edut|palkka*|hakeminen|haku|hakuaika|hakemus*|lisatiedot|lisatietoja|yhteystiedot|tietoa meista"},
    };
}

} // namespace rolecall::app
