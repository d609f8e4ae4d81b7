using System.Globalization;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.TestSupport.Trials;

/// <summary>Trials that are to be converted, each of a customer of its own.</summary>
public static class ConvertTrials
{
    public const string Partner = "partner@demo.example";
    public const string Colleague = "partner1b@demo.example";
    public const string OtherPartner = "partner2@demo.example";

    private static int made;

    /// <summary>A trial as it would be by now, its notices written when they were due.</summary>
    public static async Task<MadeTrial> AddTrialAsync(this PortalFactory portal, TrialSketch sketch)
    {
        var number = Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
        var email = await portal.AddUserAsync($"Convert{number}", TrialRoles.CustomerAdministrator);
        return await portal.InDatabaseAsync(async db =>
        {
            var partnerId = await db.Set<PartnerMember>()
                .Where(member => db.Users.Any(user => user.Id == member.UserId && user.UserName == sketch.Partner))
                .Select(member => member.PartnerId)
                .SingleAsync();
            var now = portal.Clock.GetCurrentInstant();
            var host = sketch.HasSite ? $"converts{number}.meetings.example" : null;
            var organisation = new Organisation($"Converts {number}", host);
            var administrator = new OrganisationMember(organisation.Id, email, MailKey.Of(email), $"Convert {number}");
            administrator.Appoint(
                await db.Users.Where(user => user.UserName == email).Select(user => user.Id).SingleAsync());
            administrator.Assign(sketch.Services);
            var start = new TrialStart(
                partnerId,
                organisation.Id,
                organisation.Name,
                "FR",
                sketch.Zone,
                "en",
                LengthDays: 30,
                sketch.Services.ToDictionary(service => service, _ => 25));
            var trial = Trial.Begin(start, now - Duration.FromDays(sketch.Age));
            Pass(trial, now);
            db.AddRange(organisation, administrator, trial);
            await db.SaveChangesAsync();
            return new MadeTrial(trial.Id, trial.Company, organisation.Id, email, host);
        });
    }

    /// <summary>The trial as it is now, with its services.</summary>
    public static Task<Trial> ReadTrialAsync(this PortalFactory portal, MadeTrial made) => portal.InDatabaseAsync(db =>
        db.Set<Trial>().AsNoTracking().Include(trial => trial.Services).SingleAsync(trial => trial.Id == made.Id));

    /// <summary>Host of the organisation's site as it is now.</summary>
    public static Task<string?> ReadHostAsync(this PortalFactory portal, MadeTrial made) => portal.InDatabaseAsync(db =>
        db.Set<Organisation>()
            .Where(item => item.Id == made.OrganisationId)
            .Select(item => item.SiteHost)
            .SingleAsync());

    private static void Pass(Trial trial, Instant now)
    {
        while (trial.StepDueAt(now) is { } step and (TrialStep.TellEnd or TrialStep.TellExpiry or TrialStep.Settle))
        {
            var at = trial.NextDueAt!.Value;
            switch (step)
            {
                case TrialStep.TellEnd:
                    trial.TellEnd(at);
                    break;
                case TrialStep.TellExpiry:
                    trial.TellExpiry(at);
                    break;
                default:
                    trial.Settle(at);
                    break;
            }
        }
    }
}

/// <summary>What a trial is to be like.</summary>
/// <param name="Services">What is tried.</param>
public sealed record TrialSketch(params IReadOnlyList<CloudService> Services)
{
    /// <summary>Days since it started.</summary>
    public int Age { get; init; } = 10;

    public bool HasSite { get; init; }

    public string Partner { get; init; } = ConvertTrials.Partner;

    public string Zone { get; init; } = "Europe/Paris";

    /// <summary>Message, meetings on a site, and Call.</summary>
    public static TrialSketch Whole =>
        new(CloudService.Message, CloudService.Meeting, CloudService.Call) { HasSite = true };
}

/// <summary>A trial that was made.</summary>
/// <param name="Id">The trial.</param>
/// <param name="Company">The customer.</param>
/// <param name="OrganisationId">The customer's organisation.</param>
/// <param name="Administrator">Address of its administrator.</param>
/// <param name="Host">Host of its site; null where it has none.</param>
public sealed record MadeTrial(Guid Id, string Company, Guid OrganisationId, string Administrator, string? Host)
{
    public string Path => $"/trials/{Id}/convert";
}
