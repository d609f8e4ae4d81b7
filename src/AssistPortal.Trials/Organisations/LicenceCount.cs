using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Organisations;

/// <summary>How many licences of an organisation are in use.</summary>
public sealed class LicenceCount(PortalDbContext db)
{
    /// <summary>By service; those that nobody uses are missing.</summary>
    public Task<Dictionary<CloudService, int>> InUseAsync(Guid organisationId, CancellationToken cancellationToken) =>
        db.Set<OrganisationMember>()
            .Where(member => member.OrganisationId == organisationId)
            .SelectMany(member => member.Assignments)
            .GroupBy(assignment => assignment.Service)
            .Select(group => new { Service = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Service, group => group.Count, cancellationToken);

    /// <summary>Those of the services of which no licence is left, or which the trial has not.</summary>
    internal async Task<IReadOnlyList<CloudService>> MissingAsync(
        Trial trial, IEnumerable<CloudService> wanted, CancellationToken cancellationToken)
    {
        var inUse = await InUseAsync(trial.OrganisationId, cancellationToken);
        return
        [
            .. wanted.Where(
                service => trial.Services.FirstOrDefault(item => item.Service == service) is not { IsLost: false } has
                    || inUse.GetValueOrDefault(service) >= has.Amount),
        ];
    }
}
