// SPDX-License-Identifier: GPL-3.0-or-later
// Polish, Czech and Slovak.
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary slavicHeadings()
{
    return {
        {SectionKind::Necessary,
         "wymagania|wymagania niezbedne|wymagania konieczne|wymagania formalne|nasze wymagania|wymagamy|oczekujemy|oczekiwania|nasze oczekiwania|czego oczekujemy|kogo szukamy|szukamy|niezbedne|konieczne|obowiazkowe|kwalifikacje|twoj profil|profil kandydata|"
         "pozadany profil|co powinienes|warunki konieczne|"
         "pozadujeme|pozadavky|nutne|podminkou|ocekavame|co od vas ocekavame|hledame|koho hledame|vas profil|predpoklady|kvalifikacni predpoklady|poziadavky|pozadujeme od vas|ocakavame|hladame|nevyhnutne"},
        {SectionKind::Useful,
         "wymagania dodatkowe|dodatkowe|dodatkowym atutem|dodatkowy atut|dodatkowe atuty|atutem|atut|atuty|mile widziane|mile widziana|mile widziany|wymagania pozadane|pozadane|dodatkowo|preferowane|plusem|"
         "vyhodou|vyhoda|vyhodou bude|vitano|vitana|vitame|uvitame|vyhodne|dalsi vyhody"},
        {SectionKind::Responsibilities,
         "obowiazki|zakres obowiazkow|zakres zadan|zadania|twoje zadania|glowne zadania|glowne obowiazki|opis zadan|zakres czynnosci|odpowiedzialnosc*|czym bedziesz sie zajmowac|bedziesz|twoja rola|"
         "napln prace|napln prace bude|ukoly|co budete delat|hlavni ukoly|popis prace|pracovni napln|cim se budete zabyvat|zodpovednost*|ulohy"},
        {SectionKind::Skills, "wyksztalcenie|doswiadczenie|umiejetnosci|znajomosc*|kompetencje|jezyki|vzdelani|praxe|znalosti|dovednosti|schopnosti"},
        {SectionKind::Container, "opis stanowiska|stanowisko|oferta pracy|opis|ogloszenie|popis pozice|pozice|nabidka prace|popis pracovniho mista"},
        {SectionKind::Other,
         "oferujemy|co oferujemy|nasza oferta|benefity|wynagrodzenie|o nas|kim jestesmy|miejsce pracy|warunki pracy|warunki|kontakt|aplikuj|jak aplikowac|dokumenty|wymagane dokumenty|termin*|miejsce skladania|informacje|dodatkowe informacje|"
         "nabizime|co nabizime|nabidka|mzda|plat|misto vykonu prace|nastup|jak se prihlasit|prihlaska|uzaverka|ponukame"},
    };
}

} // namespace rolecall::app
