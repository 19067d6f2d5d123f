/** A place in the tree that breaks a rule of the house, as numbered in `shared/SPEC.md`. */
export interface Fault {
  readonly rule:
    | 'HO1'
    | 'HO2'
    | 'HO3'
    | 'HO4'
    | 'HO5'
    | 'HO6'
    | 'HO7'
    | 'HO9'
    | 'HO17'
    | 'HO18'
    | 'HO19'
    | 'HO20'
    | 'HO21'
    | 'HO22';
  readonly file: string;
  readonly why: string;
}
