/** A case type in words where the app gives no label: `household_member` reads `household member`. */
export function caseTypeLabel(caseType: string): string {
  return caseType.replaceAll(/[_-]+/g, ' ').trim();
}
