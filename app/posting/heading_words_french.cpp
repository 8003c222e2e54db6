// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary frenchHeadings()
{
    return {
        {SectionKind::Necessary,
         "profil recherche|profil ideal|profil|votre profil|ton profil|profil du candidat|profil souhaite|profil attendu|profil requis|exigence*|exige*|requis|requise*|competences requises|competences attendues|competences exigees|indispensable*|obligatoire*|prerequis|pre requis|"
         "conditions requises|criteres|qualification*|ce que nous recherchons|nous recherchons|ce que nous attendons|nous attendons|vous avez|vous etes|vous possedez|vous disposez|vous justifiez|vous maitrisez|tu as|tu es|qui etes vous|qui es tu|"
         "vous apportez|ce que vous apportez|vos atouts|vos qualites|vos competences|le candidat ideal|le ou la candidate|candidat ideal|candidate ideale|conditions d admissibilite|admissibilite|ce qu on recherche|on recherche|qu on recherche|ce que l on recherche|ce qu il vous faut|qui tu es|ce que nous cherchons|ce que nous demandons|nous demandons|nous cherchons|conditions a remplir|conditions d acces|necessaire*|essentiel*|a propos de vous|a propos de toi"},
        {SectionKind::Useful,
         "atout|atouts|un plus|serait un plus|seraient un plus|sera un plus|seront un plus|les plus|souhaitable*|souhaite*|apprecie*|appreciees|ideal|idealement|bonus|facultatif*|facultatives|optionnel*|de preference|constituent un atout|un atout|"
         "constitue un atout|atouts supplementaires|serait apprecie*|avantage|des atouts|interesse tout particulierement|interesse particulierement si|encore mieux si|plus values|petits plus|fera la difference|feront la difference|les petits plus|ce serait un plus|ce serait top|serait apprecie|non obligatoire*|non indispensable*"},
        {SectionKind::Responsibilities,
         "mission*|vos missions|tes missions|missions principales|principales missions|ses missions|responsabilit*|tache*|activite*|activites principales|attributions|fonctions|votre role|ton role|votre quotidien|ton quotidien|au quotidien|vos responsabilites|"
         "ce que vous ferez|ce que tu feras|vous serez charge*|vous aurez pour|sera charge*|serez amene*|le poste consiste|a ce titre|vous serez responsable|description des taches|descriptif des missions|objectifs du poste|vous allez|tu vas|en tant que"},
        {SectionKind::Skills, "competence*|connaissance*|experience*|formation|diplome*|savoir etre|savoir faire|savoirs|aptitudes|capacites|qualites|langues|qualites personnelles|competences techniques|scolarite|etudes"},
        {SectionKind::Container, "le poste|poste|description du poste|descriptif du poste|fiche de poste|contexte|presentation du poste|resume|objectif|intitule du poste|offre d emploi|a propos du poste|description"},
        {SectionKind::Other,
         "ce que nous offrons|nous offrons|nous vous offrons|nous proposons|ce que nous proposons|on vous propose|avantages|vos avantages|remuneration|salaire|qui sommes nous|a propos|a propos de nous|entreprise|l entreprise|notre equipe|l equipe|equipe|"
         "pourquoi|comment postuler|postuler|pour postuler|candidature*|candidater|contact*|modalites|modalites pratiques|conditions|conditions de travail|conditions d emploi|lieu*|lieu de travail|localisation|date limite|date de debut|prise de poste|"
         "processus|processus de recrutement|recrutement|renseignements|informations|informations complementaires|egalite|diversite|type de contrat|contrat|duree|environnement|environnement de travail|presentation|liens|interesse*|horaires|statut|depot des candidatures"},
    };
}

} // namespace rolecall::app
