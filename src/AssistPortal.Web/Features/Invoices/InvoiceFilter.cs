using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Invoices;

/// <summary>Which invoices somebody may see, and wants to.</summary>
/// <param name="Input">What the address says.</param>
/// <param name="HostUserId">The host whose invoices they are; null for staff, who see all.</param>
public sealed record InvoiceFilter(InvoiceListInput Input, Guid? HostUserId)
{
    private static readonly Dictionary<string, InvoiceKind> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["invoice"] = InvoiceKind.Invoice,
        ["credit"] = InvoiceKind.CreditNote,
    };

    public static IReadOnlyCollection<string> Kinds => ByName.Keys;

    public bool IsForStaff => HostUserId is null;

    /// <summary>The chosen kind by its name in addresses; null where it is none.</summary>
    public string? Kind => Kinds.FirstOrDefault(name => name.Equals(Tolerant.Code(Input.Kind), StringComparison.OrdinalIgnoreCase));

    public int? Year => Tolerant.Number(Input.Year);

    public int? SiteId => Tolerant.Number(Input.Site);

    public string Words => Tolerant.Text(Input.Q);

    public bool IsFiltered => Kind is not null || Year is not null || SiteId is not null || Words.Length > 0;

    /// <summary>Those that fit, in no order.</summary>
    public IQueryable<Invoice> Of(PortalDbContext db)
    {
        var invoices = Visible(db);
        if (Year is { } year)
        {
            invoices = invoices.Where(invoice => invoice.Year == year);
        }

        if (Kind is { } name)
        {
            var kind = ByName[name];
            invoices = invoices.Where(invoice => invoice.Kind == kind);
        }

        if (SiteId is { } siteId)
        {
            invoices = invoices.Where(invoice => invoice.SiteId == siteId);
        }

        foreach (var (word, other) in OrderWords.Of(Words))
        {
            invoices = Invoice.ReadNumber(word) is var (ofYear, sequence)
                ? invoices.Where(invoice => invoice.Year == ofYear && invoice.Sequence == sequence)
                : invoices.Where(invoice => db.Set<Order>().Any(order => order.Id == invoice.OrderId
                    && (order.SearchText.Contains(word) || order.SearchText.Contains(other))));
        }

        return invoices;
    }

    /// <summary>All that they may see.</summary>
    public IQueryable<Invoice> Visible(PortalDbContext db) => HostUserId is { } hostUserId
        ? db.Set<Invoice>().Where(invoice => invoice.HostUserId == hostUserId)
        : db.Set<Invoice>();
}
