import type { ComponentChildren, VNode } from "preact";
import { Heading } from "../views/heading.tsx";

interface FigureProps {
  /** Unique in the page. */
  readonly id: string;
  readonly level: number;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly summary: string;
  /** The picture; undefined where there is nothing to draw. */
  readonly picture?: VNode | null | undefined;
  /** The same as the picture in numbers, each of which leads to what it counts. */
  readonly children: ComponentChildren;
}

/** A chart: title, what it says in words, the picture, and the table behind it. */
export function Figure({ id, level, title, summary, picture, children }: FigureProps): VNode {
  return (
    <section class="part" aria-labelledby={`${id}-title`}>
      <div id={`${id}-title`}>
        <Heading level={level}>{title}</Heading>
      </div>
      <p class="summary">{summary}</p>
      {picture}
      {children}
    </section>
  );
}

interface PictureProps {
  /** Unique in the page. */
  readonly id: string;
  /** Of the drawing, in units that are CSS pixels at its natural size. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly words: string;
  readonly children: ComponentChildren;
}

/** An SVG that says in words what it shows. It holds nothing to press: the table behind it does. */
export function Picture({ id, width, height, title, words, children }: PictureProps): VNode {
  return (
    <div class="picture" role="group" aria-label={title} tabIndex={0}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby={`${id}-name ${id}-words`}
      >
        <title id={`${id}-name`}>{title}</title>
        <desc id={`${id}-words`}>{words}</desc>
        {children}
      </svg>
    </div>
  );
}

/** Fills that differ without colour: plain, stripes, dots, waves. Their ids begin with the board's. */
export function Patterns({ id }: { id: string }): VNode {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={`${id}-plain`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" class="ink-1" />
        </pattern>
        <pattern
          id={`${id}-stripes`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" class="ground" />
          <rect width="3" height="6" class="ink-2" />
        </pattern>
        <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="ground" />
          <circle cx="3" cy="3" r="1.7" class="ink-3" />
        </pattern>
        <pattern id={`${id}-rungs`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="ground" />
          <rect width="6" height="2" class="ink-4" />
        </pattern>
        <pattern id={`${id}-empty`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="ground" />
        </pattern>
      </defs>
    </svg>
  );
}

export type Pattern = "plain" | "stripes" | "dots" | "rungs" | "empty";

interface LegendProps {
  readonly board: string;
  readonly entries: readonly (readonly [Pattern, string])[];
}

/** What the fills mean, for the eye; those who hear the page have the table. */
export function Legend({ board, entries }: LegendProps): VNode {
  return (
    <p class="legend" aria-hidden="true">
      {entries.map(([pattern, meaning]) => (
        <span key={meaning}>
          <svg width="14" height="14" focusable="false">
            <rect x="1" y="1" width="12" height="12" class="edge" fill={fillOf(board, pattern)} />
          </svg>{" "}
          {meaning}
        </span>
      ))}
    </p>
  );
}

export function fillOf(board: string, pattern: Pattern): string {
  return `url(#${board}-${pattern})`;
}
