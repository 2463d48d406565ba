export interface Fault {
  column: string;
  code: string;
}
