import { expect, test } from 'vitest';
import { newClass } from '../../app/classes/class-list.ts';
import { type ClassOption, classOptions } from './class-options.ts';

const classes = ['wildcat', 'catalogue', 'dog', 'cat'].map((name) => newClass([], name));

function wordsOf(option: ClassOption): string {
  if (option.kind === 'class') return `${option.key ?? ''} ${option.class.name}`;
  return option.kind === 'create' ? `new ${option.name}` : 'none';
}

function options(text: string): readonly string[] {
  return classOptions(classes, text).map(wordsOf);
}

test('words find the class of that name first, then what begins so, then what holds them', () => {
  expect(options(' CAT ')).toEqual(['4 cat', '2 catalogue', '1 wildcat']);
});

test('words that are no name offer a new class last', () => {
  expect(options('ca')).toEqual(['2 catalogue', '4 cat', '1 wildcat', 'new ca']);
  expect(options('Zebra ')).toEqual(['new Zebra']);
});

test('no words show all classes, and none', () => {
  expect(options(' ')).toEqual(['1 wildcat', '2 catalogue', '3 dog', '4 cat', 'none']);
});

test('the first nine have a key', () => {
  const many = Array.from({ length: 11 }, (_, i) => newClass([], `class ${i}`));
  const keys = classOptions(many, '').map((option) => option.kind === 'class' && option.key);
  expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', null, null, false]);
});
