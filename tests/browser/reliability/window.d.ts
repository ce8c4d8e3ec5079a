// What in_page.mjs puts into the page.
interface Driver {
  press(role: string, start: string): Promise<void>;
  fill(role: string, start: string, value: string): Promise<void>;
  go(place: string): Promise<void>;
  pause(ms: number): Promise<unknown>;
  minutes_pass(minutes: number): void;
  until<T>(what: () => T, ms?: number): Promise<NonNullable<T>>;
  safety(): string | undefined;
  saved(ms?: number): Promise<unknown>;
  usable(): Promise<unknown>;
  names(role: string): string[];
  text(): string;
  capture(name: string): Promise<void>;
  note(text: string): Promise<void>;
  export(): Promise<string>;
  copy(): Promise<string>;
  paste(text: string): void;
}
interface Window {
  driver: Driver;
  /** Tells the test what the page has acknowledged. */
  acknowledged(edits: string[]): Promise<void>;
  /** Where to stop: `commit: before add`. */
  stop_at: string;
  /** What goes wrong with what is written. */
  fault: string;
}
