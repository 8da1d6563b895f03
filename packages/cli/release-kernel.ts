import { kernelFrom, kernelModule, type Kernel, type KernelMemory } from '@freehold/core/release';

// Node has it; the types of Node leave it to those of a page, which do not belong here.
declare const WebAssembly: {
  readonly Memory: new (of: { initial: number; maximum: number }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** The compiled kernel with memory of its own, up to 4 GiB. */
export function compiledKernel(): Kernel {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  const module = new WebAssembly.Module(kernelModule());
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return kernelFrom(exports, memory);
}
