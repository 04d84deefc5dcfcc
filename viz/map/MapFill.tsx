import type { MapColour } from "./colours.ts";
import { stripe, stripeId } from "./stripes.ts";

/** The pattern of a striped colour; nothing for a plain one. */
export function MapFill({ id, colour }: { readonly id: string; readonly colour: MapColour }) {
  if (colour.stripe === undefined) return null;
  return (
    <pattern
      id={stripeId(id, colour.fill)}
      patternUnits="userSpaceOnUse"
      patternTransform={stripe.turn}
      width={stripe.side}
      height={stripe.side}
    >
      <rect width={stripe.side} height={stripe.side} fill={colour.fill} />
      <rect width={stripe.side} height={stripe.line} fill={colour.stripe} />
    </pattern>
  );
}
