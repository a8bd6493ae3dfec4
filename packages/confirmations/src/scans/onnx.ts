import * as ort from 'onnxruntime-web/wasm';
import { type ScanAsset, scanAsset } from './assets.ts';

/** A model of PP-OCRv4, as WebAssembly in this process. */
export interface Model {
  run(
    values: Float32Array,
    shape: readonly number[],
  ): Promise<{ readonly values: Float32Array; readonly shape: readonly number[] }>;
}

export async function loadModel(name: ScanAsset): Promise<Model> {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary ??= scanAsset('ort-wasm-simd-threaded.wasm').buffer;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(scanAsset(name), {
    executionProviders: ['wasm'],
    // Each picture has a size of its own: memory kept for the largest would stay.
    enableMemPattern: false,
  });
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return {
    async run(values, shape) {
      const tensor = new ort.Tensor('float32', values, shape);
      const { [output]: result } = await session.run({ [input]: tensor });
      const answer = { values: Float32Array.from(result?.data as Float32Array), shape: result?.dims ?? [] };
      tensor.dispose();
      result?.dispose();
      return answer;
    },
  };
}
