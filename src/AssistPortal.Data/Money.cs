using System.Globalization;

namespace AssistPortal.Data;

/// <summary>An exact amount: whole minor units (cents) of an ISO 4217 currency.</summary>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>Digits after the point in amounts of that currency, by ISO 4217; two where it is not listed.</summary>
    public static int MinorDigits(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI"
            or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>Minor units in one major unit of that currency: 100 cents, but 1 yen.</summary>
    public static int MinorUnits(string currency) => MinorDigits(currency) switch
    {
        0 => 1,
        3 => 1000,
        _ => 100,
    };

    /// <summary>Code and amount in the current culture's form, such as <c>USD 1,250.00</c>.</summary>
    public override string ToString() =>
        $"{Currency}\u00a0{Amount.ToString($"N{MinorDigits(Currency)}", CultureInfo.CurrentCulture)}";

    /// <summary>The amount alone as machines read it, with the currency's digits, such as <c>-1250.00</c>.</summary>
    public string ToPlainString() => Amount.ToString($"F{MinorDigits(Currency)}", CultureInfo.InvariantCulture);

    private decimal Amount => decimal.Divide(Minor, MinorUnits(Currency));
}
