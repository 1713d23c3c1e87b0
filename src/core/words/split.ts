/** How engineering's capacity is shared out, in per cent. */
interface Shares {
  readonly product: number;
  readonly health: number;
  readonly ops: number;
}

/** `product 60%, health 25%, ops 15%` */
export function splitWords({ product, health, ops }: Shares): string {
  return `product ${product}%, health ${health}%, ops ${ops}%`;
}

/** What changed in a split: `product 60 to 55, ops 15 to 20`. */
export function splitChanges(
  changes: readonly { readonly bucket: keyof Shares; readonly from: number; readonly to: number }[],
): string {
  return changes.length === 0
    ? "it does not say how"
    : changes.map(({ bucket, from, to }) => `${bucket} ${from} to ${to}`).join(", ");
}
