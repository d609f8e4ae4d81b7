using System.Globalization;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;

namespace AssistPortal.Web.Features.Staff.Orders.New;

/// <summary>An order that a coordinator has begun.</summary>
public sealed record ShownDraft(OrderDraft Draft, Catalogue Catalogue)
{
    public string PackageName => Catalogue.Package(Draft.PackageId).Texts.In(CultureInfo.CurrentUICulture).Name;

    public string SiteName => Catalogue.Site(Draft.SiteId).Site.Name;

    /// <summary>The topic, once there is one.</summary>
    public string Name => Draft.Event?.Details.Topic is { Length: > 0 } topic ? topic : PackageName;

    /// <summary>The customer's name, else the address, as far as they are known.</summary>
    public string Contact => Wording.Name(Draft.Contact.FirstName, Draft.Contact.LastName) is { Length: > 0 } name
        ? name
        : Draft.Contact.Email;
}
