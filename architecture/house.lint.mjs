/** What the linter's own rules cannot say: the environment, the clock, pure rules files, Nest's imports. */
import { relative, sep } from 'node:path';
import { isOpenTo } from './floors.mjs';

/** @param {{ filename: string, cwd: string }} context */
const pathOf = (context) => relative(context.cwd, context.filename).split(sep).join('/');

/** `object.name`, also written `object['name']`. */
const nameOfMember = (node) => (node.computed ? node.property.value : node.property.name);

const isGlobal = (node, name) =>
  (node.type === 'Identifier' && node.name === name) ||
  (node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'globalThis' &&
    nameOfMember(node) === name);

const environment = {
  create(context) {
    if (isOpenTo('environment', pathOf(context))) return {};
    const report = (node) =>
      context.report({
        node,
        message: 'Only src/platform/config looks at the environment. Inject Config instead.',
      });
    return {
      MemberExpression(node) {
        if (isGlobal(node.object, 'process') && nameOfMember(node) === 'env') report(node);
      },
      VariableDeclarator(node) {
        if (node.init === null || !isGlobal(node.init, 'process')) return;
        if (node.id.type !== 'ObjectPattern') return report(node);
        if (node.id.properties.some((each) => each.key?.name === 'env')) report(node);
      },
      ImportDeclaration(node) {
        if (node.source.value !== 'node:process' && node.source.value !== 'process') return;
        if (node.specifiers.some((each) => each.imported?.name === 'env')) report(node);
      },
    };
  },
};

const clock = {
  create(context) {
    if (isOpenTo('machine-clock', pathOf(context))) return {};
    const report = (node) =>
      context.report({
        node,
        message: "Only src/platform/clock reads the machine's clock. Inject Clock, or take `now`.",
      });
    return {
      NewExpression(node) {
        if (isGlobal(node.callee, 'Date') && node.arguments.length === 0) report(node);
      },
      CallExpression(node) {
        if (isGlobal(node.callee, 'Date')) report(node);
      },
      MemberExpression(node) {
        if (isGlobal(node.object, 'Date') && nameOfMember(node) === 'now') report(node);
      },
    };
  },
};

/** Globals that reach outside of a decision: chance, time that passes, the network, the process. */
const outside = [
  'crypto',
  'process',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
];

const pureRules = {
  create(context) {
    if (!context.filename.endsWith('.rules.ts')) return {};
    const report = (node, what) =>
      context.report({
        node,
        message: `A rules file decides and does nothing else: ${what} comes in as an argument, or stays outside.`,
      });
    return {
      MemberExpression(node) {
        if (isGlobal(node.object, 'Math') && nameOfMember(node) === 'random')
          report(node, 'chance');
        const { object } = node;
        if (object.type === 'Identifier' && outside.includes(object.name))
          report(node, object.name);
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === 'Identifier' && outside.includes(callee.name))
          report(node, callee.name);
      },
      ':function'(node) {
        if (node.async) report(node, 'work that takes its time');
      },
      ThrowStatement(node) {
        context.report({
          node,
          message: 'A rule refuses with a named value, never with an exception.',
        });
      },
    };
  },
};

const injectedImports = {
  create(context) {
    const typesOnly = new Set();
    return {
      ImportDeclaration(node) {
        for (const each of node.specifiers) {
          if (node.importKind === 'type' || each.importKind === 'type')
            typesOnly.add(each.local.name);
        }
      },
      MethodDefinition(node) {
        if (node.kind !== 'constructor' || node.parent.parent.decorators.length === 0) return;
        for (const parameter of node.value.params) {
          const { typeAnnotation } = parameter.parameter ?? parameter;
          const name = typeAnnotation?.typeAnnotation.typeName?.name;
          if (parameter.decorators.length > 0 || !typesOnly.has(name)) continue;
          context.report({
            node: parameter,
            message: `Nest injects by class: ${name} needs a real import, not \`import type\`.`,
          });
        }
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: { environment, clock, 'pure-rules': pureRules, 'injected-imports': injectedImports },
};
