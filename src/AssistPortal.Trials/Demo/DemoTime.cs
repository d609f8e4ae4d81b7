using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Partners;
using NodaTime;

namespace AssistPortal.Trials.Demo;

/// <summary>What time has done with a made-up trial already: each step when it was due, its mails sent.</summary>
internal static class DemoTime
{
    public static void Pass(
        PortalDbContext db,
        Trial trial,
        DemoTrial demo,
        Partner partner,
        IReadOnlyDictionary<string, PortalUser> users,
        Instant until)
    {
        while (trial.StepDueAt(until) is { } step)
        {
            var at = trial.NextDueAt!.Value;
            switch (step)
            {
                case TrialStep.TellEnd:
                    Send(db, trial, TrialNoticeKind.EndsSoon, Administrators(demo, partner, users), at);
                    trial.TellEnd(at);
                    break;
                case TrialStep.TellExpiry:
                    Send(db, trial, TrialNoticeKind.Expired, Administrators(demo, partner, users), at);
                    trial.TellExpiry(at);
                    break;
                case TrialStep.Settle:
                    trial.Settle(at);
                    break;
                case TrialStep.End:
                    trial.End(at);
                    db.Add(StoneOf(trial, demo, at));
                    break;
                case TrialStep.Erase:
                    trial.MarkErased(at);
                    break;
                default:
                    trial.ReleaseNumbers(at);
                    break;
            }
        }
    }

    private static void Send(
        PortalDbContext db, Trial trial, TrialNoticeKind kind, IEnumerable<TrialNoticeReader> readers, Instant at)
    {
        foreach (var reader in readers)
        {
            var notice = new TrialNotice(trial.Id, kind, trial.EndDate, reader, at);
            notice.MarkSent(at);
            db.Add(notice);
        }
    }

    private static IEnumerable<TrialNoticeReader> Administrators(
        DemoTrial demo, Partner partner, IReadOnlyDictionary<string, PortalUser> users)
    {
        yield return new(
            TrialNoticeAudience.Customer, demo.Email, PersonName.Of(demo.FirstName, demo.LastName), demo.Language);
        string[] partnerEmails = partner.Name == TrialDemo.PartnerName
            ? [TrialDemo.Partner, TrialDemo.PartnerColleague]
            : [TrialDemo.OtherPartner];
        foreach (var email in partnerEmails)
        {
            var user = users[email];
            yield return new(TrialNoticeAudience.Partner, email, PersonName.Of(user), PortalUser.DefaultLanguage);
        }
    }

    private static Tombstone StoneOf(Trial trial, DemoTrial demo, Instant at) => new()
    {
        TrialId = trial.Id,
        At = at,
        Administrators = 1,
        Users = demo.Users,
        Licences = trial.Services.Sum(service => service.Amount),
        Assignments = demo.Users * demo.Services.Count,
        UsageFigures = 30,
        Notes = 0,
        PhoneNumbers = trial.Has(CloudService.Call) ? DemoPeople.Numbers : 0,
        HadSite = demo.SiteHost is not null,
    };
}
