import { listOf } from "./list-of.ts";
import type { Lexicon } from "./lexicon.ts";

export const spanish: Lexicon = {
  code: "es",
  parts: {
    Why: listOf(`
      por qué, el problema, problema, problemas, planteamiento del problema, declaración del problema,
      definición del problema, descripción del problema, antecedentes, contexto, motivación, justificación,
      situación actual, necesidad, necesidad de negocio, necesidades, oportunidad, propósito,
      propuesta de valor, puntos de dolor, caso de negocio
    `),
    Requirements: listOf(`
      requisitos, requisito, requerimientos, requerimiento, requisito funcional, historias de usuario,
      historia de usuario, historias, funcionalidades, funcionalidad, funcionalidades principales,
      funcionalidades clave, funciones, funciones principales, características,
      características principales, características clave, características del producto,
      especificaciones funcionales, especificación funcional, alcance funcional, alcance del mvp,
      dentro del alcance, reglas de negocio, casos de uso, escenarios de uso, épicas, la solución,
      solución, solución propuesta, debe tener, debería tener, comportamiento esperado
    `),
    Constraints: listOf(`
      restricciones, restricciones técnicas, limitaciones, limitaciones técnicas,
      restricciones y limitaciones, condicionantes
    `),
    Acceptance: listOf(`
      criterios de aceptación, criterio de aceptación, aceptación, pruebas de aceptación,
      escenarios de aceptación, definición de hecho, definición de terminado, plan de pruebas,
      casos de prueba, pruebas, verificación
    `),
    Assumptions: listOf(`
      supuestos, suposiciones, premisas, hipótesis, supuestos y dependencias, supuestos técnicos
    `),
    Feasibility: listOf(`
      viabilidad, viabilidad técnica, factibilidad, factibilidad técnica, alternativas,
      alternativas consideradas, opciones, opciones consideradas
    `),
    Questions: listOf(`
      preguntas, preguntas abiertas, preguntas pendientes, cuestiones abiertas, cuestiones pendientes,
      puntos abiertos, dudas, temas pendientes
    `),
    Disagreements: ["desacuerdos", "escalaciones", "escalamientos", "escalados"],
    Review: ["revisión", "aprobación", "aprobaciones", "visto bueno", "firmas"],
    Retro: ["retrospectiva"],
    "Edge cases": listOf(`
      casos límite, casos borde, casos de borde, casos extremos, casos especiales, casos excepcionales,
      excepciones, manejo de errores, gestión de errores, estados de error, escenarios de error
    `),
    Goals: listOf(`
      objetivos, objetivo, objetivo general, objetivos generales, objetivos específicos,
      objetivos del producto, objetivos del proyecto, objetivos de negocio, metas, metas y objetivos,
      visión, visión del producto, misión
    `),
    "Out of scope": listOf(`
      fuera de alcance, fuera del alcance, no objetivos, exclusiones, no incluido, no incluye,
      trabajo futuro, mejoras futuras, funcionalidades futuras, futuras versiones, próximas versiones,
      requisitos eliminados, futuro
    `),
    Metrics: listOf(`
      métricas, métricas de éxito, criterios de éxito, indicadores, indicadores clave,
      indicadores de éxito, medidas de éxito, resultados medibles
    `),
    People: listOf(`
      usuarios, usuarios objetivo, público objetivo, audiencia, perfiles de usuario, tipos de usuario,
      roles de usuario, actores, partes interesadas, interesados, equipo
    `),
    Milestones: listOf(`
      hitos, cronograma, calendario, fases, fases de implementación, plan de implementación,
      plan de lanzamiento, hoja de ruta, historial de cambios, historial de versiones, control de cambios,
      control de versiones, historial de revisiones
    `),
    Tasks: ["tareas", "lista de tareas", "próximos pasos", "siguientes pasos", "notas", "observaciones"],
    Glossary: ["glosario", "términos", "definiciones", "terminología", "acrónimos", "siglas"],
    Data: listOf(`
      modelo de datos, modelos de datos, estructura de datos, datos, entidades, base de datos, esquema,
      esquema de datos, interfaces externas, eventos, componentes, comandos
    `),
    Design: listOf(`
      arquitectura, arquitectura técnica, arquitectura del sistema, diseño, diseño técnico,
      tecnologías, pila tecnológica, detalles técnicos, consideraciones técnicas, flujos de usuario,
      flujo de usuario, flujo de datos, flujos, dependencias, interfaz de usuario,
      experiencia de usuario, estructura del proyecto, cómo funciona
    `),
    Risks: ["riesgos", "riesgos y mitigaciones", "riesgos y mitigación", "análisis de riesgos"],
    References: listOf(`
      referencias, anexo, anexos, apéndice, apéndices, documentos relacionados, enlaces, recursos,
      bibliografía
    `),
    Summary: listOf(`
      resumen, resumen ejecutivo, introducción, visión general, descripción general, presentación,
      descripción del producto, descripción del proyecto
    `),
  },
  facets: {
    why: listOf(`
      por qué, motivo, motivación, razón, justificación, beneficio, valor, valor de negocio, para qué,
      por qué esta prioridad
    `),
    edgeCases: listOf(`
      casos límite, caso límite, casos borde, casos de borde, casos extremos, casos especiales,
      excepciones, errores, manejo de errores, gestión de errores, flujos alternativos
    `),
    constraints: listOf(`
      restricciones, restricción, límites, límite, limitaciones, limitación
    `),
    accept: listOf(`
      criterios de aceptación, criterio de aceptación, aceptación, criterios, escenarios de aceptación,
      prueba, pruebas, pruebas de aceptación, prueba independiente, verificación, validación,
      terminado cuando, hecho cuando
    `),
  },
  columns: {
    id: ["código", "número", "núm.", "nº", "identificador", "clave"],
    requirement: listOf(`
      requisito, requerimiento, descripción, título, nombre, historia, historia de usuario, función,
      funcionalidad, característica, qué
    `),
  },
  nouns: {
    requirement: ["requisito", "requerimiento", "requisito funcional", "ficha de requisito"],
    story: ["historia de usuario", "historia"],
    feature: ["funcionalidad", "característica", "caso de uso"],
    scenario: ["escenario", "ejemplo"],
  },
  modals: listOf(`
    debe, deben, deberá, deberán, debería, deberían, tiene que, tienen que, ha de, han de, puede, pueden,
    podrá, podrán, podría, necesita, necesitan, permite, permitir, permitirá, es necesario, se requiere
  `),
  actors: listOf(`
    el sistema, sistema, el usuario, usuario, los usuarios, la aplicación, aplicación, el administrador,
    administrador, administradores, el cliente, cliente, clientes, la plataforma, plataforma, el servicio,
    servicio, el servidor, la interfaz, el operador
  `),
  why: listOf(`
    para que, de modo que, de forma que, de manera que, así, porque, ya que, debido a, con el fin de,
    a fin de, con el objetivo de, para evitar, para prevenir, para proteger, para cumplir, para garantizar,
    para asegurar, para reducir, para poder, puesto que, de lo contrario, si no
  `),
  story: {
    as: ["como", "como un", "como una", "yo como"],
    want: ["quiero", "necesito", "deseo", "quisiera", "me gustaría", "puedo"],
  },
  steps: {
    given: ["dado que", "dado", "dada", "dados", "dadas"],
    when: ["cuando", "mientras", "siempre que"],
    outcome: ["entonces"],
    if: ["si", "en caso de que"],
  },
  failing: listOf(`
    falla, fallan, fallo, fallos, fallido, fallida, falle, error, errores, inválido, inválida, inválidos,
    no válido, no válida, incorrecto, incorrecta, vacío, vacía, vacíos, falta, faltan, faltante, no existe,
    no existen, no encontrado, no se encuentra, no hay, sin conexión, sin internet, sin red, sin resultados,
    tiempo de espera, caducado, caducada, expirado, expirada, expira, vencido, vencida, no disponible,
    inaccesible, duplicado, duplicada, duplicados, ya existe, ya existen, conflicto, conflictos,
    simultáneo, simultáneos, al mismo tiempo, simultáneamente, rechazado, rechazada, denegado, denegada,
    interrumpido, interrumpida, se interrumpe, excede, supera el límite, dañado, inesperado, reintento,
    reintentar, recuperar conexión, sin señal
  `),
  limiting: listOf(`
    como máximo, como mínimo, al menos, máximo, máxima, mínimo, mínima, no más de, no menos de, no debe,
    no deben, no puede, no pueden, no podrá, no deberá, nunca, solo, solamente, únicamente, hasta,
    limitado a, limitada a, sin, dentro de, menos de, inferior a, en menos de, compatible con, cumplir con,
    cifrado, cifrada, cifrados
  `),
};
