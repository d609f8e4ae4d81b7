using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Makes the form of a new shipment.</summary>
public sealed class ShipmentForms(PortalDbContext db)
{
    private const int MostChoices = 500;

    /// <summary>The form; of trials the latest ones can be chosen, and the one that is named already.</summary>
    public async Task<ShipmentFormPage> PageAsync(ShipmentInput input, CancellationToken cancellationToken)
    {
        var trials = db.Set<Trial>().Where(trial => trial.EndedAt == null)
            .Join(
                db.Set<Partner>(),
                trial => trial.PartnerId,
                partner => partner.Id,
                (trial, partner) => new { trial, partner.Name });
        var latest = await trials
            .OrderByDescending(row => row.trial.CreatedAt)
            .Take(MostChoices)
            .Select(row => new TrialChoice(row.trial.Id, row.trial.Company, row.Name))
            .ToListAsync(cancellationToken);
        var named = input.Trial;
        var others = await trials
            .Where(row => row.trial.Id == named)
            .Select(row => new TrialChoice(row.trial.Id, row.trial.Company, row.Name))
            .ToListAsync(cancellationToken);
        return new ShipmentFormPage(
            input, [.. latest.UnionBy(others, choice => choice.Id)
                .OrderBy(choice => choice.Company, StringComparer.CurrentCulture)]);
    }
}
