/** `<instance id src>`: which document `instance('id')` means here. */
export interface InstanceDeclaration {
  readonly id: string;
  readonly src: string;
}
