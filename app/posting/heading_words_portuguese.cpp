// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary portugueseHeadings()
{
    return {
        {SectionKind::Necessary,
         "requisito*|requisitos obrigatorios|exigencia*|exigido*|obrigatori*|necessari*|essencia*|imprescindive*|indispensave*|perfil|o teu perfil|seu perfil|perfil desejado|perfil pretendido|perfil do candidato|quem procuramos|o que procuramos|procuramos|o que buscamos|buscamos|"
         "o que esperamos|esperamos de voce|esperamos de ti|sobre voce|sobre ti|quem e voce|qualificac*|pre requisitos|criterios|o que voce precisa|voce tem|precisa ter|o candidato ideal"},
        {SectionKind::Useful, "desejave*|diferencia*|diferenciais|sera um diferencial|preferencia*|preferencial*|preferencialmente|valoriza*|valorizamos|valorizado|um plus|plus|opciona*|vantagem|idealmente|mais valia|mais valias|bonus|nao obrigatori*"},
        {SectionKind::Responsibilities,
         "responsabilidad*|atribuic*|atividades|principais atividades|tarefa*|funcoes|funcao|as tuas funcoes|suas funcoes|o que vai fazer|o que voce vai fazer|o que vais fazer|o que fara|seu dia a dia|dia a dia|missao|sua missao|o teu papel|seu papel|desafios|seus desafios"},
        {SectionKind::Skills, "competencia*|conhecimento*|experiencia*|habilidade*|formac*|escolaridade|aptido*|capacidade*|idiomas|linguas|qualidades|habilitac*"},
        {SectionKind::Container, "descricao da vaga|descricao do cargo|descricao da funcao|descricao|a vaga|vaga|vagas|o cargo|cargo|sobre a vaga|a funcao|resumo|oferta de emprego|contexto"},
        {SectionKind::Other,
         "oferecemos|o que oferecemos|beneficio*|salario|remunerac*|sobre nos|quem somos|a empresa|empresa|nossa equipe|a nossa equipa|equipa|por que|porque|como candidatar*|como se candidatar|candidatura*|inscric*|contato*|contacto*|localizac*|"
         "local de trabalho|contrato|tipo de contrato|horario|condic*|prazo*|processo seletivo|processo de selecao|igualdade|diversidade|mais informac*|informac*"},
    };
}

} // namespace rolecall::app
