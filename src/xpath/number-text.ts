/**
 * A number as expressions print it: whole numbers of 32 bits plainly, all others as Java's `Double.toString`, which is
 * what both CommCare and JavaRosa show (`1.0E-4`, `2.147483648E9`), without a `.0`.
 */
export function numberText(value: number): string {
  const whole = value | 0;
  // What is nearer to a whole number than doubles compute is one.
  if (Math.abs(value - whole) < 1e-12) return String(whole);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  return size >= 1e-3 && size < 1e7 ? String(value) : scientific(value);
}

function scientific(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}
