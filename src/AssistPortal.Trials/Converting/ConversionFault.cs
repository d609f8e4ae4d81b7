namespace AssistPortal.Trials.Converting;

/// <summary>Why a trial can't be converted so. Each has a sentence of its own.</summary>
public enum ConversionFault
{
    /// <summary>It was converted before.</summary>
    AlreadyPaid,

    /// <summary>Its grace is over.</summary>
    Ended,

    OfferMissing,
    ItemsMissing,

    /// <summary>More than one of M1–M3 and C1–C3.</summary>
    SeveralPackages,

    AdministratorMissing,

    /// <summary>The address is not that of a current administrator of the customer.</summary>
    AdministratorUnknown,

    /// <summary>M3 or C3 without the trial's site URL.</summary>
    SiteUrlMissing,

    /// <summary>M3 or C3 with the URL of another site.</summary>
    SiteUrlOther,

    NewSiteMissing,

    /// <summary>No address of a site.</summary>
    NewSiteUnreadable,

    /// <summary>The trial's URL, which the new site can't have as long as the trial's site does.</summary>
    NewSiteIsTrials,

    /// <summary>Another URL than the trial's, although the new site is to have that one.</summary>
    NewSiteOther,

    /// <summary>Another organisation has that site.</summary>
    NewSiteTaken,
}
