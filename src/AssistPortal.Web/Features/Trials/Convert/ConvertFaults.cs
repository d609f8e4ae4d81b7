using AssistPortal.Trials.Converting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Convert;

/// <summary>What is wrong with an order, in words and at its field.</summary>
public sealed class ConvertFaults(IStringLocalizer<ConvertTexts> texts)
{
    public string Sentence(ConversionFault fault) => texts[$"Fault.{fault}"];

    /// <summary>Carries what is wrong to the page.</summary>
    internal void Tell(IReadOnlyList<ConversionFault> faults, ModelStateDictionary state)
    {
        foreach (var fault in faults)
        {
            state.AddModelError(FieldOf(fault), Sentence(fault));
        }
    }

    private static string FieldOf(ConversionFault fault) => fault switch
    {
        ConversionFault.OfferMissing => nameof(ConvertInput.Offer),
        ConversionFault.ItemsMissing or ConversionFault.SeveralPackages => nameof(ConvertInput.Items),
        ConversionFault.AdministratorMissing or ConversionFault.AdministratorUnknown => nameof(ConvertInput.AdminEmail),
        ConversionFault.SiteUrlMissing or ConversionFault.SiteUrlOther => nameof(ConvertInput.TrialSiteUrl),
        ConversionFault.NewSiteMissing or ConversionFault.NewSiteUnreadable or ConversionFault.NewSiteIsTrials
            or ConversionFault.NewSiteOther or ConversionFault.NewSiteTaken => nameof(ConvertInput.NewSiteUrl),
        _ => "",
    };
}
