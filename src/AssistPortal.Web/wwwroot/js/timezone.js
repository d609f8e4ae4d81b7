// Presets the time zone from the browser, where the server knows of no choice of the person's own.
//   <select data-preset-time-zone>   (the attribute only while nothing was chosen)

// Browsers still answer with names that the time zone database has replaced.
const renamed = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
  'UTC': 'Etc/UTC',
};

const preset = () => {
  const select = document.querySelector('select[data-preset-time-zone]');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const options = [...select?.options ?? []];
  const option = options.find(({ value }) => value === zone) ?? options.find(({ value }) => value === renamed[zone]);
  if (option && !option.selected) {
    option.selected = true;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
};

// Only when every module listens, so that the free-times picture follows.
if (document.readyState === 'complete') {
  preset();
} else {
  document.addEventListener('DOMContentLoaded', preset);
}
