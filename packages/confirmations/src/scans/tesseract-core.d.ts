/** What is used of tesseract.js-core, which has no types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TesseractApi {
    Init(path: null, language: string, engine: number): number;
    SetVariable(name: string, value: string): void;
    /** Reads `/input`; 1 where it cannot. */
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetJSONText(): string;
    Clear(): void;
  }

  export interface TesseractModule {
    readonly FS: { writeFile(path: string, data: Uint8Array): void };
    readonly TessBaseAPI: new () => TesseractApi;
  }

  export default function load(options: {
    readonly wasmBinary: Uint8Array;
    print(text: string): void;
    printErr(text: string): void;
  }): Promise<TesseractModule>;
}
