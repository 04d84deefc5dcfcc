/**
 * What makes a dimension of a Sobol sequence: a primitive polynomial over the integers modulo 2 and the first direction
 * numbers, one for each degree.
 */
export interface SobolDimension {
  /** The inner coefficients of the polynomial x^s + a₁x^(s−1) + … + a₍s₋₁₎x + 1 as a binary number. */
  readonly polynomial: number;
  /** m₁ … m_s, odd, m_k < 2^k; their count s is the degree. */
  readonly initial: readonly number[];
}

/**
 * The first 21 dimensions of `new-joe-kuo-6.21201` of S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better
 * two-dimensional projections", SIAM Journal on Scientific Computing 30 (2008), 2635–2654. The first dimension, van der
 * Corput's sequence, has no polynomial: all its direction numbers are 1.
 *
 * They stand under the licence at the end of this file, which every bundle keeps.
 */
export const SOBOL_DIMENSIONS: readonly SobolDimension[] = [
  { polynomial: 0, initial: [] },
  { polynomial: 0, initial: [1] },
  { polynomial: 1, initial: [1, 3] },
  { polynomial: 1, initial: [1, 3, 1] },
  { polynomial: 2, initial: [1, 1, 1] },
  { polynomial: 1, initial: [1, 1, 3, 3] },
  { polynomial: 4, initial: [1, 3, 5, 13] },
  { polynomial: 2, initial: [1, 1, 5, 5, 17] },
  { polynomial: 4, initial: [1, 1, 5, 5, 5] },
  { polynomial: 7, initial: [1, 1, 7, 11, 19] },
  { polynomial: 11, initial: [1, 1, 5, 1, 1] },
  { polynomial: 13, initial: [1, 1, 1, 3, 11] },
  { polynomial: 14, initial: [1, 3, 5, 5, 31] },
  { polynomial: 1, initial: [1, 3, 3, 9, 7, 49] },
  { polynomial: 13, initial: [1, 1, 1, 15, 21, 21] },
  { polynomial: 16, initial: [1, 3, 1, 13, 27, 49] },
  { polynomial: 19, initial: [1, 1, 1, 15, 7, 5] },
  { polynomial: 22, initial: [1, 3, 1, 15, 13, 25] },
  { polynomial: 25, initial: [1, 1, 5, 5, 19, 61] },
  { polynomial: 1, initial: [1, 3, 7, 11, 23, 15, 103] },
  { polynomial: 4, initial: [1, 3, 7, 13, 13, 15, 69] },
];

/**
 * @license
 * The direction numbers of the Sobol sequence (study/sampling/directionNumbers.ts):
 *
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved.
 *
 * Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
 * following conditions are met:
 *
 * - Redistributions of source code must retain the above copyright notice, this list of conditions and the following
 *   disclaimer.
 * - Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
 *   disclaimer in the documentation and/or other materials provided with the distribution.
 * - Neither the names of the copyright holders nor the names of the University of New South Wales and the University of
 *   Waikato and its contributors may be used to endorse or promote products derived from this software without specific
 *   prior written permission.
 *
 * This software is provided by the copyright holders "as is" and any express or implied warranties, including, but not
 * limited to, the implied warranties of merchantability and fitness for a particular purpose are disclaimed. In no event
 * shall the copyright holders be liable for any direct, indirect, incidental, special, exemplary, or consequential damages
 * (including, but not limited to, procurement of substitute goods or services; loss of use, data, or profits; or business
 * interruption) however caused and on any theory of liability, whether in contract, strict liability, or tort (including
 * negligence or otherwise) arising in any way out of the use of this software, even if advised of the possibility of such
 * damage.
 */
