// Fresh strings, neither constant nor shared, one in five with something to escape.
let count = 0;

function fresh(text) {
  count += 1;
  const tail = count % 5 === 0 ? ` & number ${count} <of> "many"` : ` and number ${count}`;
  return Buffer.from(text + tail).toString();
}

export const menuData = () => ({
  url: Buffer.from(`https://ivr.example.com/ivr/level2?lang=en&try=${(count += 1)}`).toString(),
  first: fresh('Welcome to Inspire Works. Press 1 for English'),
  second: fresh('Bienvenido a Inspire Works. Oprima 2 para español'),
  bye: fresh('We did not hear from you. Please call again. Goodbye'),
});

export const longData = (length) =>
  Array.from({ length }, () => ({
    text: fresh('Your next appointment is with Ann'),
    slow: fresh('please write this down'),
    digits: fresh('123 456'),
  }));
