import { listOf } from "./list-of.ts";
import type { Lexicon } from "./lexicon.ts";

export const english: Lexicon = {
  code: "en",
  parts: {
    Why: listOf(`
    why, problem statement, problem, the problem, problems, background, motivation, context, rationale,
    opportunity, business need, business case, purpose, pain points, problem definition, user problem,
    customer problem, core value, value proposition, background context
  `),
    Requirements: listOf(`
      requirements, requirement, user stories, user story, user scenarios, user scenarios and testing,
      stories, features, feature, feature list, core features, key features, main features,
      product features, feature specifications, feature specification, feature breakdown, feature details,
      mvp features, mvp scope, must have, must haves, should have, could have, nice to have,
      functional scope, functional specifications, functional specification, functionality,
      core functionality, capabilities, core capabilities, business rules, use cases, epics,
      desired behavior, desired behaviour, the solution, proposed solution, what we are building,
      what changes
    `),
    Constraints: listOf(`
    constraints, technical constraints, limitations, design constraints, constraints and limitations,
    business constraints
  `),
    Acceptance: listOf(`
    testing, tests, testing requirements, acceptance criteria, acceptance criteria summary, acceptance criterion, acceptance, acceptance scenarios, acceptance tests,
    definition of done, test plan, test cases, test scenarios, verification, validation criteria,
    quality gates
  `),
    Assumptions: ["assumptions", "key assumptions", "technical assumptions", "assumptions and dependencies"],
    Feasibility: listOf(`
    feasibility, technical feasibility, alternatives, alternatives considered, options,
    options considered
  `),
    Questions: ["questions", "open issues", "clarifications"],
    Disagreements: ["disagreements", "escalations"],
    Review: listOf(`
    review, approvals, approval, sign off, signoff, sign offs
  `),
    Retro: ["retro", "retrospective"],
    "Edge cases": listOf(`
    edge cases, edge case, corner cases, error states, error handling, error scenarios, failure modes,
    exceptions
  `),
    Goals: listOf(`
    goals, goal, objectives, objective, goals and objectives, business goals, user goals,
    primary goals, secondary goals, vision, product vision, mission,
    principles, product principles, guiding principles
  `),
    "Out of scope": listOf(`
    out of scope, non goals, not in scope, future work, future enhancements, future considerations,
    future versions, future, future scope, what's next, whats next, won't have, wont have,
    removed requirements, renamed requirements, exclusions, deferred, later, not included
  `),
    Metrics: listOf(`
    metrics, success metrics, success criteria, measurable outcomes, measures of success, kpis,
    key metrics, analytics, analytics events, goals and success metrics, business success,
    technical success, user success, usage metrics, performance metrics, engagement metrics,
    business metrics, impact, success
  `),
    People: listOf(`
    personas, user personas, users, user roles, roles, target users, target audience, audience,
    stakeholders, team, who uses it, actors, user profiles
  `),
    Milestones: listOf(`
    milestones, timeline, roadmap, phases, implementation phases, implementation plan, release plan,
    release strategy, rollout, rollout plan, launch plan, schedule, version history, revision history,
    change log, changelog, changes, document history, document information, implementation history,
    implementation status, graduation criteria
  `),
    Tasks: listOf(`
    tasks, task list, todo, to do, relevant files, next steps, action items, notes, checklist,
    release signoff checklist
  `),
    Glossary: listOf(`
    glossary, terms, terminology, definitions, terms and roles, acronyms
  `),
    Data: listOf(`
    key entities, entities, data model, data models, data structures, database schema, database,
    schema, api, apis, api endpoints, endpoints, api design, interfaces, commands, events, hooks,
    key hooks, components, component hierarchy, frontend components
  `),
    Design: listOf(`
    architecture, technical architecture, system architecture, technical design,
    technical specifications, tech stack, technology stack, technical stack, information architecture,
    data flow, state management, how it works, project structure, dependencies, external dependencies,
    internal dependencies, technical details, technical considerations, design considerations,
    implementation details, implementation notes, implementation, technical implementation,
    reference implementation, detailed design, design details, guide level explanation,
    reference level explanation, constitution, constitution check, constitution alignment,
    production readiness, design, visual design, typography, user flows,
    user flow, user journeys, user journey, user workflows
  `),
    Risks: listOf(`
    risks, risks and mitigations, risks and mitigation, risk assessment, key risks, drawbacks,
    backwards compatibility, backward compatibility, version skew strategy,
    upgrade / downgrade strategy, troubleshooting
  `),
    References: listOf(`
    references, related documents, related documentation, related docs, appendix, appendices, links,
    resources, see also, coverage map, fr coverage map, requirements coverage, traceability,
    traceability matrix, prior art, related work, previous discussions, acknowledgements, disclaimer
  `),
    Summary: listOf(`
    overview, summary, executive summary, introduction, product overview, abstract, tl;dr
  `),
  },
  facets: {
    why: listOf(`
    why, rationale, reason, motivation, benefit, business value, user value, value, why this priority
  `),
    edgeCases: listOf(`
    edge cases, edge case, corner cases, error handling, errors, error states, exceptions,
    failure modes
  `),
    constraints: listOf(`
    constraints, constraint, technical constraints, limits, limitations, limit
  `),
    accept: listOf(`
    accept, acceptance, acceptance criteria, acceptance criterion, acceptance scenarios,
    acceptance scenario, acceptance test, acceptance tests, independent test, ac, done when,
    definition of done, test, tests, test cases, verification, validation, success criteria, exit criteria
  `),
  },
  columns: {
    id: listOf(`
    id, #, no, no., number, ref, req id, requirement id, story id, key
  `),
    requirement: listOf(`
    requirement, requirements, description, title, name, summary, story, user story, feature, features,
    what, functionality, capability, specification
  `),
  },
  nouns: {
    requirement: ["requirement", "req"],
    story: ["user story", "story"],
    feature: ["feature", "use case"],
    scenario: ["scenario", "example"],
  },
  modals: listOf(`
    must, shall, should, has to, have to, needs to, need to, may, can, cannot, will, is able to,
    are able to, be able to, is required to, are required to
  `),
  actors: listOf(`
    system, the system, user, users, app, application, admin, admins, administrator, administrators,
    customer, customers, service, platform, client, server, api, ui, dashboard, page, tool, product,
    operator, operators
  `),
  why: listOf(`
    so that, because, in order to, in order that, so we, so they, so i, to prevent, to avoid,
    to protect, to comply, to ensure, to reduce, to allow, to enable, to make sure, to support,
    to improve, to help, to keep, due to, protecting, preventing, avoiding, ensuring, to respect, this ensures, which ensures, otherwise
  `),
  story: {
    as: ["as a", "as an", "as the"],
    want: listOf(`
    i want, i can, i need, i would like, i'd like, we want
  `),
  },
  steps: { given: ["given"], when: ["when", "while", "where", "whenever"], outcome: ["then"], if: ["if"] },
  failing: listOf(`
    fail, fails, failed, failing, failure, failures, error, errors, offline, no network, not found,
    non existent, nonexistent, does not exist, do not exist, missing, empty, invalid, malformed,
    corrupt, corrupted, timeout, times out, timed out, unavailable, unreachable, duplicate, duplicates,
    conflict, conflicts, expired, expires, denied, unauthorized, rejected, already exists, no results,
    at once, at the same time, simultaneously, concurrent, interrupted, retry, retries, fallback,
    falls back, unexpected, edge case, without internet, disconnected, crash, crashes, cancel, cancels, cancelled, canceled, excess, backoff, has no, have no, with no, exceeds,
    exceeded
  `),
  limiting: listOf(`
    at most, at least, no more than, no less than, not more than, must not, shall not, may not,
    should not, must never, never, cannot, only, maximum, minimum, max, min, up to, limit, limited to,
    restricted to, without, within, under, less than, fewer than, compatible with, comply with,
    compliant, supports only, not depend on, read only, encrypted, rate limit, rate limits, works on, is not to, are not to, supported are, protocols supported
  `),
};
