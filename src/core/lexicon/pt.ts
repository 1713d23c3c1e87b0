import { listOf } from "./list-of.ts";
import type { Lexicon } from "./lexicon.ts";

/** Of Brazil and of Portugal. */
export const portuguese: Lexicon = {
  code: "pt",
  parts: {
    Why: listOf(`
      por que, porquê, o problema, problema, problemas, declaração do problema,
      definição do problema, descrição do problema, contexto, contextualização, motivação, justificativa,
      justificação, antecedentes, histórico do problema, situação atual, cenário atual, necessidade,
      necessidades, oportunidade, propósito, proposta de valor, dores, dores do usuário, caso de negócio
    `),
    Requirements: listOf(`
      requisitos, requisito, requisito funcional, histórias de usuário, histórias do usuário,
      história de usuário, histórias de utilizador, histórias do utilizador, histórias, funcionalidades,
      funcionalidade, funcionalidades principais, principais funcionalidades, funcionalidades chave,
      funcionalidades essenciais, lista de funcionalidades, funções, recursos principais,
      principais recursos, características, características principais, especificações funcionais,
      especificação funcional, escopo funcional, escopo do mvp, dentro do escopo, no escopo,
      regras de negócio, casos de uso, épicos, a solução, solução, solução proposta, deve ter,
      deveria ter, comportamento esperado
    `),
    Constraints: listOf(`
      restrições, restrições técnicas, limitações, limitações técnicas, restrições e limitações,
      condicionantes
    `),
    Acceptance: listOf(`
      critérios de aceite, critério de aceite, critérios de aceitação, critério de aceitação, aceite,
      aceitação, testes de aceitação, testes de aceite, cenários de aceitação, cenários de aceite,
      definição de pronto, plano de testes, plano de teste, casos de teste, cenários de teste, testes,
      verificação
    `),
    Assumptions: listOf(`
      premissas, suposições, pressupostos, hipóteses, premissas técnicas, premissas e dependências,
      dependências e premissas
    `),
    Feasibility: listOf(`
      viabilidade, viabilidade técnica, alternativas, alternativas consideradas, opções,
      opções consideradas
    `),
    Questions: listOf(`
      perguntas, perguntas em aberto, perguntas abertas, questões, questões em aberto, questões abertas,
      pontos em aberto, pontos abertos, dúvidas, dúvidas em aberto, pendências
    `),
    Disagreements: ["divergências", "discordâncias", "desacordos", "escalonamentos"],
    Review: ["revisão", "aprovação", "aprovações", "assinaturas"],
    Retro: ["retrospectiva", "retrospetiva"],
    "Edge cases": listOf(`
      casos limite, casos de borda, casos extremos, casos especiais, casos excepcionais, exceções,
      tratamento de erros, tratamento de exceções, estados de erro, cenários de erro
    `),
    Goals: listOf(`
      objetivos, objetivo, objetivo geral, objetivos gerais, objetivos específicos,
      objetivos do produto, objetivos do projeto, objetivos de negócio, metas, metas e objetivos, visão,
      visão do produto, missão
    `),
    "Out of scope": listOf(`
      fora de escopo, fora do escopo, fora do âmbito, não objetivos, não escopo, exclusões, não incluído,
      não inclui, trabalhos futuros, melhorias futuras, funcionalidades futuras, versões futuras,
      próximas versões, evoluções futuras, requisitos removidos, futuro
    `),
    Metrics: listOf(`
      métricas, métricas de sucesso, critérios de sucesso, indicadores, indicadores chave,
      indicadores de sucesso, objetivos e métricas de sucesso, objetivos e métricas, medidas de sucesso,
      resultados mensuráveis
    `),
    People: listOf(`
      usuários, utilizadores, usuários alvo, público alvo, público, personas e público alvo,
      perfis de usuário, perfis de utilizador, tipos de usuário, papéis, papéis de usuário,
      perfis e permissões, atores, partes interessadas, equipe, equipa
    `),
    Milestones: listOf(`
      marcos, cronograma, calendário, fases, fases de implementação, plano de implementação,
      plano de lançamento, etapas, roteiro, histórico de alterações, histórico de versões,
      histórico de revisões, controle de versões, controle de alterações
    `),
    Tasks: ["tarefas", "lista de tarefas", "próximos passos", "notas", "observações"],
    Glossary: ["glossário", "termos", "definições", "terminologia", "siglas", "acrônimos"],
    Data: listOf(`
      modelo de dados, modelos de dados, estrutura de dados, dados, entidades, banco de dados,
      base de dados, esquema, interfaces externas, eventos, componentes, comandos, relacionamentos
    `),
    Design: listOf(`
      arquitetura, arquitetura técnica, arquitetura do sistema, projeto técnico, desenho técnico,
      tecnologias, stack técnica, stack tecnológica, detalhes técnicos, considerações técnicas,
      fluxos de usuário, fluxo do usuário, fluxo de dados, fluxos, dependências,
      interface do usuário, experiência do usuário, estrutura do projeto, como funciona
    `),
    Risks: ["riscos", "riscos e mitigações", "riscos e mitigação", "análise de riscos"],
    References: listOf(`
      referências, anexo, anexos, apêndice, apêndices, documentos relacionados, documentos de referência,
      bibliografia
    `),
    Summary: listOf(`
      resumo, resumo executivo, sumário executivo, introdução, visão geral, visão geral do produto,
      descrição geral, apresentação, descrição do produto, descrição do projeto
    `),
  },
  facets: {
    why: listOf(`
      por que, porquê, motivo, motivação, razão, justificativa, benefício, valor,
      valor de negócio, para quê, por que esta prioridade
    `),
    edgeCases: listOf(`
      casos limite, caso limite, casos de borda, casos extremos, casos especiais, exceções, erros,
      tratamento de erros, fluxos alternativos
    `),
    constraints: ["restrições", "restrição", "limites", "limite", "limitações", "limitação"],
    accept: listOf(`
      critérios de aceite, critério de aceite, critérios de aceitação, critério de aceitação, aceite,
      aceitação, critérios, cenários de aceitação, cenários de aceite, testes, teste, teste independente,
      verificação, validação, pronto quando
    `),
  },
  columns: {
    id: ["código", "número", "nº", "identificador", "cód.", "chave"],
    requirement: listOf(`
      requisito, descrição, título, nome, história, história de usuário, função, funcionalidade,
      característica, o que
    `),
  },
  nouns: {
    requirement: ["requisito", "requisito funcional"],
    story: ["história de usuário", "história do usuário", "história de utilizador", "história"],
    feature: ["funcionalidade", "recurso", "caso de uso"],
    scenario: ["cenário", "exemplo"],
  },
  modals: listOf(`
    deve, devem, deverá, deverão, deveria, deveriam, tem que, precisa, precisam, pode, podem,
    poderá, poderão, poderia, permite, permitem, permitir, permitirá, é necessário, é obrigatório
  `),
  actors: listOf(`
    o sistema, sistema, o usuário, usuário, usuários, os usuários, o utilizador, utilizador, utilizadores,
    a aplicação, aplicação, o aplicativo, aplicativo, o administrador, administrador, administradores,
    o cliente, cliente, clientes, a plataforma, plataforma, o serviço, o servidor, a interface, o operador
  `),
  why: listOf(`
    para que, de modo que, de forma que, de maneira que, a fim de, com o objetivo de, porque, pois, já que,
    devido a, devido ao, uma vez que, visto que, para evitar, para prevenir, para proteger, para cumprir,
    para garantir, para assegurar, para reduzir, para poder, caso contrário, senão
  `),
  story: {
    as: ["como", "como um", "como uma", "enquanto"],
    want: ["quero", "eu quero", "desejo", "preciso", "gostaria de", "eu gostaria", "posso", "quero poder"],
  },
  steps: {
    given: ["dado que", "dado", "dada", "dados", "dadas"],
    when: ["quando", "enquanto", "sempre que"],
    outcome: ["então"],
    if: ["se", "caso"],
  },
  failing: listOf(`
    falha, falham, falhar, falhas, falhou, erro, erros, inválido, inválida, inválidos, incorreto, incorreta,
    vazio, vazia, vazios, falta, faltam, faltando, ausente, não existe, não existem, não encontrado,
    não encontrada, não há, sem conexão, sem ligação, sem internet, sem rede, sem resultados, offline,
    tempo limite, tempo esgotado, expirado, expirada, expira, vencido, vencida, indisponível, inacessível,
    duplicado, duplicada, duplicados, duplicidade, já existe, já existem, conflito, conflitos, simultâneo,
    simultâneos, ao mesmo tempo, simultaneamente, rejeitado, rejeitada, recusado, negado, negada,
    interrompido, interrompida, excede, ultrapassa, corrompido, inesperado, inesperada, tentar novamente
  `),
  limiting: listOf(`
    no máximo, no mínimo, pelo menos, máximo, máxima, mínimo, mínima, não mais de, não mais que,
    não deve, não devem, não pode, não podem, não poderá, não deverá, nunca, somente, apenas, só, até,
    limitado a, limitada a, sem, dentro de, menos de, inferior a, em menos de, em até, compatível com,
    em conformidade, lgpd, criptografado, criptografada, criptografados, cifrado, somente leitura
  `),
};
