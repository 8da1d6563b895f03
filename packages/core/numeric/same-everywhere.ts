// JavaScript leaves the last digits of Math.log, Math.exp and ** to each engine, and engines differ. What must come out
// to the same bytes in every browser and on every server is worked out here by +, −, × and ÷ alone, which are exact
// rules everywhere. Source: fdlibm's e_log.c and e_exp.c (Sun Microsystems, 1993), to under one unit in the last place.

/**
 * The natural logarithm, the same on every machine. NaN for what is under 0 or NaN, −∞ for 0.
 *
 * @example logarithm(1) // => 0
 */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  // A subnormal number is brought into range first.
  if (x < 2.2250738585072014e-308) return logarithm(x * 18014398509481984) - 54 * ln2;
  const { mantissa, exponent } = parts(x);
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return exponent * ln2High - (half - (s * (half + even + odd) + exponent * ln2Low) - f);
}

/**
 * e to a power, the same on every machine: 0 under −745.13…, ∞ over 709.78….
 *
 * @example exponential(0) // => 1
 */
export function exponential(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  const k = Math.round(x / ln2);
  const [high, low] = [x - k * ln2High, k * ln2Low];
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t *
              (0.00006613756321437934 +
                t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return scaled(1 - (low - (r * c) / (2 - c) - high), k);
}

/**
 * A number to a power, the same on every machine: by multiplying for whole exponents from 0 to 64, else to about
 * |exponent × ln x| units in the last place, and then NaN for a number under 0.
 */
export function power(x: number, exponent: number): number {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > 64)
    return exponential(exponent * logarithm(x));
  let result = 1;
  for (let times = 0; times < exponent; times += 1) result *= x;
  return result;
}

const ln2 = 0.6931471805599453;
/** ln 2 in two parts: the first has zeros at its end, so that a whole number of it is exact. */
const [ln2High, ln2Low] = [0.6931471803691238, 1.9082149292705877e-10];

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
// Which of the two words holds the exponent depends on the machine.
const top = words[1] === 0 ? 0 : 1;

/** A normal number as mantissa × 2^exponent, the mantissa within √½ to √2. */
function parts(x: number): { readonly mantissa: number; readonly exponent: number } {
  float[0] = x;
  const word = words[top] ?? 0;
  words[top] = (word & 0x000fffff) | 0x3ff00000;
  const mantissa = float[0];
  const exponent = (word >>> 20) - 1023;
  return mantissa > 1.4142135623730951
    ? { mantissa: mantissa / 2, exponent: exponent + 1 }
    : { mantissa, exponent };
}

/** A number times 2^k, for k within −1075 to 1024. */
function scaled(x: number, k: number): number {
  if (k > 1023) return scaled(x * 2, k - 1);
  if (k < -1022) return scaled(x, k + 60) / 1152921504606846976;
  float[0] = 1;
  words[top] = (k + 1023) << 20;
  return x * (float[0] ?? 1);
}
