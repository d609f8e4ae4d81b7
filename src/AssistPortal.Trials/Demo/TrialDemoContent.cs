using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Demo;

/// <summary>Partners, and customers whose trials are at every stage, by the time that the portal has.</summary>
internal sealed class TrialDemoContent(PortalDbContext db, IClock clock) : IDemoContent
{
    private readonly RequestFiling filing = new(db);

    public async Task AddAsync(IReadOnlyDictionary<string, PortalUser> users, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var bluefin = new Partner(TrialDemo.PartnerName, "sales@bluefin.example", "+1 555 0140");
        var alpenblick = new Partner(TrialDemo.OtherPartnerName, "verkauf@alpenblick.example", "+43 1 555 0141");
        db.AddRange(
            bluefin,
            alpenblick,
            Member(bluefin, users[TrialDemo.Partner]),
            Member(bluefin, users[TrialDemo.PartnerColleague]),
            Member(alpenblick, users[TrialDemo.OtherPartner]),
            Organisation.MakeFree());
        foreach (var demo in DemoTrial.All)
        {
            Add(demo, demo.Partner == bluefin.Name ? bluefin : alpenblick, users, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static PartnerMember Member(Partner partner, PortalUser user) =>
        new() { PartnerId = partner.Id, UserId = user.Id };

    private void Add(DemoTrial demo, Partner partner, IReadOnlyDictionary<string, PortalUser> users, Instant now)
    {
        var began = now - Duration.FromDays(demo.Age);
        var organisation = new Organisation(demo.Company, demo.SiteHost);
        var trial = Trial.Begin(StartOf(demo, partner, organisation), began);
        var partnerUser = users[demo.Partner == TrialDemo.PartnerName ? TrialDemo.Partner : TrialDemo.OtherPartner];
        if (demo.IsContacted)
        {
            var at = now - Duration.FromDays(3);
            trial.NoteContact(at);
            db.Add(new TrialNote(
                trial.Id,
                partnerUser.Id,
                "Spoke with the administrator: they like it, the budget comes next week.",
                at));
        }

        if (demo.ExtendedOn is { } extendedOn)
        {
            trial.Extend(partnerUser.Id, began + Duration.FromDays(extendedOn));
        }

        if (demo.HasPeople)
        {
            db.Add(organisation);
            db.AddRange(DemoPeople.Of(demo, organisation, users[demo.Email]));
            db.AddRange(DemoPeople.UsageOf(demo, organisation, trial.StartDate));
        }

        if (trial.Has(CloudService.Call))
        {
            db.AddRange(DemoPeople.NumbersOf(demo, trial.Id));
        }

        DemoTime.Pass(
            db, trial, demo, partner, users, until: demo.ConvertedOn is { } day ? began + Duration.FromDays(day) : now);
        if (demo.ConvertedOn is { } convertedOn)
        {
            Convert(demo, trial, partnerUser, began + Duration.FromDays(convertedOn));
            DemoTime.Pass(db, trial, demo, partner, users, until: now);
        }

        db.Add(trial);
        if (trial.ErasedAt is not null)
        {
            // Its end has taken them before they were ever saved.
            foreach (var service in trial.Services.ToList())
            {
                db.Entry(service).State = EntityState.Detached;
            }
        }

        if (demo.HasDevices)
        {
            DemoDevices.Add(db, filing, trial, users[demo.Email], partnerUser, now);
        }
    }

    private static TrialStart StartOf(DemoTrial demo, Partner partner, Organisation organisation) => new(
        partner.Id,
        organisation.Id,
        demo.Company,
        demo.Country,
        demo.TimeZone,
        demo.Language,
        demo.Length,
        demo.Services.ToDictionary(service => service, service => service == CloudService.Room ? 3 : 25));

    private void Convert(DemoTrial demo, Trial trial, PortalUser partnerUser, Instant at)
    {
        if (demo.Purchase == DemoPurchase.Spark)
        {
            trial.Convert([], at);
            var order = new PurchaseOrder(
                trial.Id, Offer.Spark, [OfferItem.M3, OfferItem.ROOM], demo.Email, partnerUser.Id, at);
            order.KeepSite(demo.SiteHost!);
            db.Add(order);
            return;
        }

        trial.Convert([CloudService.Meeting], at);
        var webEx = new PurchaseOrder(trial.Id, Offer.WebEx, [], demo.Email, partnerUser.Id, at);
        webEx.OrderSite(demo.SiteHost!, SameUrl.RequestDeletion, at);
        db.Add(webEx);
        filing.File(
            HelpDeskRequestKind.SiteDeletion,
            HelpDeskAsker.Of(partnerUser, PortalUser.DefaultLanguage),
            new HelpDeskSubject(trial.Id) { Text = demo.SiteHost! },
            at);
    }
}
