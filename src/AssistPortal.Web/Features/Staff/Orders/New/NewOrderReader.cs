using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.New;

/// <summary>Reads what a coordinator wants to order for whom, or says what is wrong with it.</summary>
public sealed class NewOrderReader(
    StaffDrafts drafts, IValidator<NewOrderInput> validator, IStringLocalizer<NewOrderTexts> texts)
{
    /// <summary>Null where the model state tells why.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="sites">All that may be ordered.</param>
    /// <param name="modelState">Takes the errors.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<StaffOrderRequest?> ReadAsync(
        NewOrderInput input,
        IReadOnlyList<SiteOffer> sites,
        ModelStateDictionary modelState,
        CancellationToken cancellationToken)
    {
        modelState.Add(validator.Validate(input));
        var siteId = Tolerant.Number(input.SiteId);
        var offer = sites.FirstOrDefault(item => item.Site.Id == siteId);
        var package = offer is null ? null : ReadPackage(input, offer, modelState);
        if (siteId is not null && offer is null)
        {
            modelState.AddModelError(nameof(input.SiteId), texts["SiteId.Missing"]);
        }

        var email = Tolerant.Email(input.HostEmail);
        var customer = offer is null || email.Length == 0
            ? null
            : await drafts.FindCustomerAsync(email, cancellationToken);
        if (customer is not null && !(customer.IsHost && customer.SiteIds.Contains(offer!.Site.Id)))
        {
            modelState.AddModelError(nameof(input.HostEmail), WhyNot(customer, email, offer!, sites));
        }

        if (!modelState.IsValid)
        {
            return null;
        }

        var language = Tolerant.Code(input.MailLanguage);
        var reason = Tolerant.Text(input.OverrideReason);
        return new StaffOrderRequest(
            offer!.Site.Id,
            package!.Id,
            customer?.Id,
            customer is null ? email : "",
            TypedText.IsSeen(reason) ? reason : null,
            language.Length > 0 ? language : customer?.Language);
    }

    private ServicePackage? ReadPackage(NewOrderInput input, SiteOffer offer, ModelStateDictionary modelState)
    {
        var code = Tolerant.Code(input.PackageCode);
        var package = offer.Packages.FirstOrDefault(item => item.Code == code);
        if (package is null && code.Length > 0)
        {
            modelState.AddModelError(
                nameof(input.PackageCode), texts["PackageCode.NotOffered", offer.Site.Name]);
        }

        return package;
    }

    private string WhyNot(KnownCustomer customer, string email, SiteOffer offer, IReadOnlyList<SiteOffer> sites)
    {
        if (!customer.IsHost)
        {
            return texts["HostEmail.NoHost", email];
        }

        var own = sites.Where(item => customer.SiteIds.Contains(item.Site.Id)).Select(item => item.Site.Name).ToList();
        return own.Count == 0
            ? texts["HostEmail.NoSite", email, offer.Site.Name]
            : texts["HostEmail.OtherSite", email, offer.Site.Name, string.Join(texts["Separator"], own)];
    }
}
