using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Reads which site and package of step 1 are meant.</summary>
internal static class OfferReader
{
    /// <summary>Site and package among those that the host may order; null where the model state tells why not.</summary>
    public static (Site? Site, ServicePackage? Package) ReadOffer(
        this AvailabilityInput input, IReadOnlyList<SiteOffer> sites, ModelStateDictionary modelState, IStringLocalizer<OrderingTexts> texts)
    {
        var offer = sites.FirstOrDefault(item => $"{item.Site.Id}" == input.SiteId);
        var package = offer?.Packages.FirstOrDefault(item => item.Code == input.PackageCode);
        if (offer is null)
        {
            AddUnlessMissing(nameof(input.SiteId), texts["SiteId.NotYours"]);
        }
        else if (package is null)
        {
            AddUnlessMissing(nameof(input.PackageCode), texts["PackageCode.NotOffered", offer.Site.Name]);
        }

        return (offer?.Site, package);

        void AddUnlessMissing(string field, string error)
        {
            if (modelState[field] is not { Errors.Count: > 0 })
            {
                modelState.AddModelError(field, error);
            }
        }
    }
}
