import { expect, test } from 'vitest';
import { appManifest } from './offline/build/app-manifest.ts';
import { startupOptions } from './startup.ts';

test('an address without wishes leaves everything to the app', () => {
  expect(startupOptions('')).toEqual({
    backend: 'auto',
    threads: null,
    sampleId: null,
    failParity: [],
    startsTour: false,
    hasShared: false,
    startsEmpty: false,
    isTest: false,
  });
});

test('the address chooses backend, threads, sample and failing self-tests', () => {
  const search =
    '?backend=wasm-threads&threads=2&sample=fog&test&tour&failParity=webgpu-fp16,webgpu-fp32';
  expect(startupOptions(search)).toEqual({
    backend: 'wasm-threads',
    threads: 2,
    sampleId: 'fog',
    failParity: ['webgpu-fp16', 'webgpu-fp32'],
    startsTour: true,
    hasShared: false,
    startsEmpty: false,
    isTest: true,
  });
});

test('nonsense counts as not said', () => {
  const { backend, threads, failParity } = startupOptions(
    '?backend=abacus&threads=-1&failParity=x',
  );
  expect({ backend, threads, failParity }).toEqual({
    backend: 'auto',
    threads: null,
    failParity: [],
  });
});

test('every shortcut of the installed app is understood', () => {
  const wishes = (appManifest.shortcuts ?? []).map(({ url }) => {
    const { startsEmpty, sampleId } = startupOptions(new URL(url, 'https://a.example/').search);
    return { startsEmpty, sampleId };
  });
  expect(wishes).toEqual([
    { startsEmpty: false, sampleId: null },
    { startsEmpty: true, sampleId: null },
    { startsEmpty: false, sampleId: 'coffee' },
  ]);
});
