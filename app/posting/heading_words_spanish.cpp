// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary spanishHeadings()
{
    return {
        {SectionKind::Necessary,
         "requisito*|requerimiento*|requerido*|requeridas|se requiere|requerimos|imprescindible*|indispensable*|obligatorio*|obligatorios|minimos|exigencias|exigido*|perfil|tu perfil|perfil buscado|perfil ideal|perfil requerido|perfil del candidato|que buscamos|buscamos|a quien buscamos|"
         "que necesitas|necesitamos|que pedimos|pedimos|que esperamos|esperamos de ti|sobre ti|eres|tienes|debes tener|cualificaci*|calificacion*|criterios|que debes tener|lo que necesitas|que aportas|necesario*|condiciones que deben reunir"},
        {SectionKind::Useful,
         "deseable*|se valora|se valorara*|valorable*|valoraremos|valoramos|sera un plus|plus|un plus|preferible*|preferente*|preferentemente|opcional*|no imprescindible|no excluyente*|ideal|idealmente|meritos|puntos extra|ventaja|nos encantaria|conveniente|bonus"},
        {SectionKind::Responsibilities,
         "responsabilidad*|funcion|funciones|tarea*|actividades|tus tareas|tus funciones|que haras|lo que haras|que vas a hacer|tu mision|mision|tu dia a dia|dia a dia|deberes|obligaciones|tu rol|te encargaras|seras responsable|"
         "encargado de|cometidos|objetivos del puesto|funciones del puesto|descripcion de funciones"},
        {SectionKind::Skills, "habilidad*|conocimiento*|experiencia*|competencia*|formacion|estudios|titulacion|aptitudes|capacidad*|idiomas|destrezas|cualidades|formacion academica"},
        {SectionKind::Container, "descripcion del puesto|descripcion|el puesto|sobre el puesto|puesto|resumen|oferta de empleo|vacante|el rol|sobre el rol|contexto|objetivo|oferta de trabajo"},
        {SectionKind::Other,
         "ofrecemos|que ofrecemos|te ofrecemos|se ofrece|beneficios|salario|sueldo|retribucion*|remuneracion|sobre nosotros|sobre nosotras|quienes somos|la empresa|empresa|nuestro equipo|por que|como aplicar|como postular*|postulacion*|aplicar|solicitud*|solicitudes|"
         "candidaturas|contacto*|ubicacion|lugar*|lugar de trabajo|condiciones|condiciones laborales|horario|jornada|contrato|tipo de contrato|fecha*|plazo*|proceso de seleccion|proceso|igualdad|mas informacion|informacion adicional|documentacion|presentacion de solicitudes|inscripcion"},
    };
}

} // namespace rolecall::app
