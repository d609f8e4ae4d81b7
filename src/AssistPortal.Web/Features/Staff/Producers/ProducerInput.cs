using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's profile as typed.</summary>
public sealed class ProducerInput
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>E-mail of the account with which the producer signs in.</summary>
    public string? Account { get; set; }

    /// <summary>Culture names of the languages.</summary>
    public List<string?> Languages { get; } = [];

    /// <summary>Keys of all packages of the form, one a row.</summary>
    public List<string?> Package { get; } = [];

    /// <summary>Keys of the packages for which the producer is qualified.</summary>
    public List<string?> Qualified { get; } = [];

    /// <summary>First day of the qualification of each row.</summary>
    public List<string?> ValidFrom { get; } = [];

    /// <summary>Last day of the qualification of each row.</summary>
    public List<string?> ValidUntil { get; } = [];

    public string? Active { get; set; }

    /// <summary>The producer's version as the form was made.</summary>
    public string? Version { get; set; }

    /// <summary>Says that reservations may be left without cover.</summary>
    public string? Confirm { get; set; }

    public bool IsActive => Active == "yes";

    public static ProducerInput New(IEnumerable<int> packages)
    {
        var input = new ProducerInput { Active = "yes" };
        input.Languages.Add(AssistLanguages.English);
        foreach (var package in packages)
        {
            input.AddRow(package, qualification: null);
        }

        return input;
    }

    public static ProducerInput From(Producer producer, string? account, IEnumerable<int> packages)
    {
        var input = new ProducerInput
        {
            Name = producer.Name,
            Email = producer.Email,
            Phone = producer.Phone,
            TimeZone = producer.TimeZone,
            Account = account,
            Active = producer.IsActive ? "yes" : null,
            Version = $"{producer.Version}",
        };
        input.Languages.AddRange(producer.Languages.Select(item => item.Language));
        foreach (var package in packages)
        {
            input.AddRow(package, producer.Qualifications.SingleOrDefault(item => item.PackageId == package));
        }

        return input;
    }

    /// <summary>The rows of packages: the key, whether it is ticked, first and last day as typed.</summary>
    public IEnumerable<(int PackageId, bool IsQualified, string? From, string? Until)> Rows() =>
        from row in Package.Index()
        let id = Tolerant.Number(row.Item)
        where id is not null
        select (
            id.Value,
            Qualified.Contains(row.Item),
            ValidFrom.ElementAtOrDefault(row.Index),
            ValidUntil.ElementAtOrDefault(row.Index));

    /// <summary>The profile; the form has passed <see cref="ProducerValidator"/>.</summary>
    /// <param name="userId">The account that was found by its e-mail.</param>
    /// <param name="packages">Keys of the packages that there are.</param>
    public ProducerDetails Read(Guid? userId, IReadOnlyCollection<int> packages) => new()
    {
        Name = Tolerant.Text(Name),
        Email = Tolerant.Email(Email),
        Phone = Tolerant.Code(Phone),
        TimeZone = Tolerant.Zone(TimeZone)!.Id,
        UserId = userId,
        IsActive = IsActive,
        Languages = [.. AssistLanguages.All.Where(Languages.Contains)],
        Qualifications = [.. Rows().Where(row => row.IsQualified && packages.Contains(row.PackageId))
            .Select(row => new QualificationDetails(row.PackageId, Tolerant.Date(row.From), Tolerant.Date(row.Until)))],
    };

    private void AddRow(int package, ProducerQualification? qualification)
    {
        Package.Add(package.ToString(CultureInfo.InvariantCulture));
        ValidFrom.Add(qualification?.ValidFrom is { } from ? FieldPatterns.Date.Format(from) : null);
        ValidUntil.Add(qualification?.ValidUntil is { } until ? FieldPatterns.Date.Format(until) : null);
        if (qualification is not null)
        {
            Qualified.Add(Package[^1]);
        }
    }
}
