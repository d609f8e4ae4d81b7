using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>The form that asks how something is to be done to several orders.</summary>
public sealed class JobForms(PortalDbContext db, OrderOwners owners)
{
    public async Task<JobActPage> PageAsync(OrderJob job, JobActInput input, CancellationToken cancellationToken)
    {
        var producers = await db.Set<Producer>()
            .Where(producer => producer.IsActive)
            .OrderBy(producer => producer.Name)
            .Select(producer => new { producer.Id, producer.Name })
            .ToListAsync(cancellationToken);
        return new JobActPage
        {
            Job = job,
            Input = input,
            Orders = await db.Set<OrderJobItem>().CountAsync(item => item.JobId == job.Id, cancellationToken),
            People = [.. (await owners.PeopleAsync(cancellationToken)).Where(person => person.IsActive)],
            Producers = [.. producers.Select(producer => (producer.Id, producer.Name))],
        };
    }

    /// <summary>The form as it was filled in for the last forecast.</summary>
    public static JobActInput InputOf(OrderJob job) => job.ForecastAt is null
        ? new JobActInput { Act = job.Act, ProducerId = JobActInput.Anybody }
        : new JobActInput
        {
            Act = job.Act,
            Owner = job.OwnerId?.ToString() ?? JobActInput.Nobody,
            Message = job.Words,
            ProducerId = job.ProducerId is { } id ? $"{id}" : JobActInput.Anybody,
            Mark = job.Mark == OrderJobMark.ForAttention
                ? JobActInput.Attention
                : $"{job.Matter}" is { Length: > 0 } matter ? matter : JobActInput.Settled,
            Note = job.Note,
            Fee = job.IsWaived ? JobActInput.Waive : JobActInput.Charge,
            Reason = job.Reason,
            MessageToCustomer = job.Words,
        };

    /// <summary>What the form says; null where it names nobody who can be chosen.</summary>
    public static JobTerms? Read(JobActPage page)
    {
        var input = page.Input;
        var reason = Tolerant.Text(input.Reason);
        var terms = new JobTerms
        {
            Reason = reason.Length == 0 ? null : reason,
            Words = input.Words(),
        };
        switch (page.Job.Act)
        {
            case OrderJobAct.Owner:
                var owner = Tolerant.Code(input.Owner).ToLowerInvariant();
                var person = page.People.FirstOrDefault(person => $"{person.Id}" == owner);
                return person is null && owner != JobActInput.Nobody ? null : new JobTerms { OwnerId = person?.Id };
            case OrderJobAct.Message:
                return new JobTerms { Words = Tolerant.Text(input.Message) };
            case OrderJobAct.Mark:
                var note = Tolerant.Text(input.Note);
                return new JobTerms
                {
                    Mark = input.MarkedAs,
                    Matter = input.Matter,
                    Note = note.Length == 0 ? null : note,
                };
            case OrderJobAct.Producer:
                var named = Tolerant.Number(input.ProducerId);
                return Tolerant.Code(input.ProducerId) == JobActInput.Anybody ? terms
                    : page.Producers.Any(producer => producer.Id == named) ? terms with { ProducerId = named }
                    : null;
            default:
                return terms with { IsWaived = Tolerant.Code(input.Fee) == JobActInput.Waive };
        }
    }
}
