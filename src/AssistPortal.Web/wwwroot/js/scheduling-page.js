// Opens the site's scheduling page in a new window where the answers ask for it; the confirmation has the link too.
//   <form id="step-form" data-scheduling-page="https://…">

const form = document.getElementById('step-form');

form?.addEventListener('submit', ({ submitter, defaultPrevented }) => {
  const answers = new FormData(form);
  const isWanted = answers.get('ScheduleUpdated') === 'no' && answers.get('UpdateNow') === 'yes';
  if (isWanted && !defaultPrevented && submitter?.name !== 'Back') {
    window.open(form.dataset.schedulingPage, '_blank', 'noopener,noreferrer');
  }
});
