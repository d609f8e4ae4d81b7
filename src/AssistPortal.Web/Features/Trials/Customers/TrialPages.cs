using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>
/// Gathers what a trial's page shows. Of one that is over it shows dates and counts, and nobody's name.
/// </summary>
public sealed class TrialPages(PortalDbContext db, ActWords acts, IStringLocalizer<CustomersTexts> texts, IClock clock)
{
    public const int MostPeople = 50;

    private const int MostActs = 50;

    public async Task<TrialPage> OfAsync(Trial trial, ContactInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var stone = await db.Set<Tombstone>().SingleOrDefaultAsync(item => item.TrialId == trial.Id, cancellationToken);
        var numbers = await db.Set<TrialNumber>()
            .Where(number => number.TrialId == trial.Id)
            .OrderBy(number => number.Number)
            .Select(number => number.Number)
            .ToListAsync(cancellationToken);
        var colleagues = await ColleaguesAsync(trial.PartnerId, cancellationToken);
        var page = new TrialPage
        {
            Trial = trial,
            Now = now,
            Timeline = Timeline.Of(
                trial,
                await NoticesAsync(trial.Id, cancellationToken),
                numbers.Count > 0 || stone?.PhoneNumbers > 0,
                now),
            Stone = stone,
            Input = input,
            Devices = await db.Set<Device>().CountAsync(device => device.TrialId == trial.Id, cancellationToken),
            Acts = await ActsAsync(trial.Id, colleagues, cancellationToken),
        };
        return page.IsOver
            ? page
            : await WithCustomerAsync(page with { Numbers = numbers }, colleagues, cancellationToken);
    }

    private async Task<TrialPage> WithCustomerAsync(
        TrialPage page, Dictionary<Guid, string> colleagues, CancellationToken cancellationToken)
    {
        var (trialId, organisationId) = (page.Trial.Id, page.Trial.OrganisationId);
        var members = db.Set<OrganisationMember>().Where(member => member.OrganisationId == organisationId);
        var notes = await db.Set<TrialNote>().AsNoTracking()
            .Where(note => note.TrialId == trialId)
            .OrderByDescending(note => note.At)
            .ToListAsync(cancellationToken);
        return page with
        {
            SiteHost = await db.Set<Organisation>()
                .Where(organisation => organisation.Id == organisationId)
                .Select(organisation => organisation.SiteHost)
                .SingleOrDefaultAsync(cancellationToken),
            People = await members
                .OrderByDescending(member => member.IsAdministrator)
                .ThenBy(member => member.EmailKey)
                .Take(MostPeople)
                .Select(member => new TrialPerson(member.Name, member.Email, member.IsAdministrator))
                .ToListAsync(cancellationToken),
            PeopleCount = await members.CountAsync(cancellationToken),
            Usage = await UsageAsync(organisationId, cancellationToken),
            Notes = [.. notes.Select(note =>
                new TrialTalk(note.Text, note.At, colleagues.GetValueOrDefault(note.AuthorId, texts["Somebody"])))],
        };
    }

    private async Task<List<TrialUsage>> UsageAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var usage = await db.Set<UsageFigure>()
            .Where(figure => figure.OrganisationId == organisationId && figure.Count > 0)
            .GroupBy(figure => figure.Service)
            .Select(group => new { Service = group.Key, Sum = group.Sum(figure => figure.Count), Days = group.Count() })
            .ToListAsync(cancellationToken);
        return [
            .. usage.OrderBy(item => item.Service).Select(item => new TrialUsage(item.Service, item.Sum, item.Days)),
        ];
    }

    private async Task<List<NoticeCount>> NoticesAsync(Guid trialId, CancellationToken cancellationToken)
    {
        // There are as many as the customer has users; their addresses stay where they are.
        var groups = await db.Set<TrialNotice>()
            .Where(notice => notice.TrialId == trialId)
            .GroupBy(notice => new { notice.Kind, notice.EndDate, notice.State })
            .Select(group => new { group.Key, Count = group.Count(), DueAt = group.Min(notice => notice.DueAt) })
            .ToListAsync(cancellationToken);
        return
        [
            .. groups.Select(
                group => new NoticeCount(group.Key.Kind, group.Key.EndDate, group.Key.State, group.Count, group.DueAt)),
        ];
    }

    private async Task<List<TrialAct>> ActsAsync(
        Guid trialId, Dictionary<Guid, string> colleagues, CancellationToken cancellationToken)
    {
        var id = $"{trialId}";
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == nameof(Trial) && entry.SubjectId == id)
            .OrderByDescending(entry => entry.Id)
            .Take(MostActs)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(
            entry => new TrialAct(acts.Action(entry.Action), entry.At, ActorOf(entry.ActorId, colleagues)))];
    }

    private string ActorOf(Guid? actorId, Dictionary<Guid, string> colleagues) =>
        actorId is not { } id ? texts["Actor.Portal"]
            : colleagues.GetValueOrDefault(id, texts["Actor.Other"]);

    private async Task<Dictionary<Guid, string>> ColleaguesAsync(Guid partnerId, CancellationToken cancellationToken)
    {
        var users = await db.Set<PartnerMember>()
            .Where(member => member.PartnerId == partnerId)
            .Join(
                db.Users,
                member => member.UserId,
                user => user.Id,
                (_, user) => new { user.Id, user.FirstName, user.LastName })
            .ToListAsync(cancellationToken);
        return users.ToDictionary(user => user.Id, user => PersonName.Of(user.FirstName, user.LastName));
    }
}
