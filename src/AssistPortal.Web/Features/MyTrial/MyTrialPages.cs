using AssistPortal.Data;
using AssistPortal.Trials;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.MyTrial;

/// <summary>Gathers what a customer's pages show.</summary>
public sealed class MyTrialPages(
    PortalDbContext db, CustomerAccess access, LicenceCount licences, PurchaseRequests requests, IClock clock)
{
    /// <summary>Null where the account administers no organisation that is still there.</summary>
    public async Task<MyTrialPage?> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (await access.TrialOfAsync(userId, cancellationToken) is not { } trial)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var inUse = await licences.InUseAsync(trial.OrganisationId, cancellationToken);
        var isExpired = trial.StateAt(now) == TrialState.Expired;
        return new MyTrialPage
        {
            Trial = trial,
            Now = now,
            Partner = await db.Set<Partner>()
                .AsNoTracking()
                .SingleAsync(row => row.Id == trial.PartnerId, cancellationToken),
            Licences =
            [
                .. trial.Services.OrderBy(item => item.Service).Select(item => new LicenceLine(
                    item.Service, item.Amount, inUse.GetValueOrDefault(item.Service), isExpired, item.IsLost)),
            ],
            People = await db.Set<OrganisationMember>()
                .CountAsync(member => member.OrganisationId == trial.OrganisationId, cancellationToken),
            PhoneNumbers = trial.Has(CloudService.Call)
                ? await db.Set<TrialNumber>().CountAsync(number => number.TrialId == trial.Id, cancellationToken)
                : 0,
            SiteHost = await db.Set<Organisation>()
                .Where(organisation => organisation.Id == trial.OrganisationId)
                .Select(organisation => organisation.SiteHost)
                .SingleAsync(cancellationToken),
            IsRequestedToday = await requests.WasSentTodayAsync(trial, cancellationToken),
        };
    }
}
