/**
 * A number of a scenario that a calibration may move, and within which limits:
 *
 *     base, controls.size                  a parameter, or an effect of a characteristic
 *     destinationOffset.northAfrica        one of four numbers, by destination
 *     datedShocks.2007.exit                entry, exit or closure of the shocks of a year,
 *     datedShocks.2001-2006.entry          or of several years, which then are alike
 *
 * A scenario has the dated shocks it has: none is added.
 */
export interface CalibrationParameter {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}
